/** A server of the library and nothing else, as it is bundled for ours, with the compile cache that ours has. */

require('node:module').enableCompileCache();
const { createConnection, ProposedFeatures } = require('../../../dist/protocol.cjs');

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: {} }));
connection.listen();
