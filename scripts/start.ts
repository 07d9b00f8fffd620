/** `npm start`: checks the sample report against the sample articles and says how to open the same in VS Code. */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const DRAFT = 'docs/sample/report.md';
const CORPUS = 'corpus';

/** Exit code of `corroborate check` when there are findings. The sample has some, so for `npm start` it is a success. */
const FINDINGS = 1;

const root = resolve(import.meta.dirname, '..');

console.log(`Checking ${DRAFT} against the articles in ${CORPUS}/\n`);

const { status, error } = spawnSync(
  process.execPath,
  [resolve(import.meta.dirname, 'corroborate.ts'), 'check', DRAFT, '--corpus', CORPUS],
  { cwd: root, stdio: 'inherit' },
);
if (error !== undefined) throw error;

if (status === 0 || status === FINDINGS) console.log(openInEditor());
process.exitCode = status === FINDINGS ? 0 : (status ?? 2);

/** What to do to see the same in VS Code, with commands that work as they stand. */
function openInEditor(): string {
  return [
    '',
    'The same in VS Code:',
    '',
    `  code --extensionDevelopmentPath="${root}" "${root}" "${resolve(root, DRAFT)}"`,
    '',
    'or open this folder in VS Code and press F5. Hover over an underlined figure to read what the articles say.',
    'docs/sample/README.md lists what is wrong in the report; docs/sample/clean.md is the same report put right.',
  ].join('\n');
}
