/** Entry of the language server as the extension starts it: turns the compile cache on, then loads the rest. */

import { enableCompileCache } from 'node:module';

// The cache serves files that are loaded after it, so the server is built into a file of its own. Measured over ten
// starts, a cached server answers `initialize` after 80 ms of processor time, one that is not after 120 ms.
enableCompileCache();
void import('./lsp/start.ts');
