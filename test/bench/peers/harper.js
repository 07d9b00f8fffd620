/** Harper, measured: lints every draft it is sent, as its language server does after an edit, and answers with the time. */

import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

const linter = new LocalLinter({ binary });
await linter.setup();

process.on('message', async (text) => {
  const start = performance.now();
  await linter.lint(text, { language: 'markdown' });
  process.send(performance.now() - start);
});
process.send('ready');
