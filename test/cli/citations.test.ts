/** Citations on the command line: the same findings as in the editor, with the bibliographies of draft and configuration. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as z from 'zod';
import { workspaceOf } from './workspace.ts';

const ARTICLE = `---
title: Dam opens early
outlet: Lower Vale Gazette
date: 2021-03-04
url: https://example.org/dam
---
The Ness dam cost £48 million to build.
`;

const OTHER = `---
title: Bakers hire
outlet: Marsh Echo
date: 2021-03-05
url: https://example.org/bakers
---
The bakery on Main Street employs 45 people.
`;

const BIB =
  '@online{dam,\n  url = {https://example.org/dam}\n}\n@online{bakers,\n  url = {https://example.org/bakers}\n}\n';

const reportSchema = z.object({
  drafts: z.array(
    z.object({
      claims: z.array(
        z.object({ kind: z.string(), text: z.string(), code: z.string().nullable(), message: z.string() }),
      ),
    }),
  ),
});

async function codesOf(
  files: Readonly<Record<string, string>>,
  complaint = /^$/,
): Promise<readonly string[]> {
  await using workspace = await workspaceOf({
    'corpus/dam.md': ARTICLE,
    'corpus/bakers.md': OTHER,
    ...files,
  });
  const { stdout, stderr } = await workspace.run('check', 'draft.md', '--format', 'json');
  assert.match(stderr, complaint);
  const claims = reportSchema.parse(JSON.parse(stdout)).drafts.flatMap((draft) => draft.claims);
  return claims.flatMap(({ code, text, message }) => (code === null ? [] : [`${code} ${text}: ${message}`]));
}

suite('citations on the command line', () => {
  test('are checked against the bibliography that the draft names', async () => {
    const draft =
      '---\nbibliography: refs.bib\n---\n\nThe Ness dam cost £48 million to build [@bakers; @nobody].\n';
    assert.deepEqual(await codesOf({ 'draft.md': draft, 'refs.bib': BIB }), [
      'citation-unknown-key nobody: There is no entry “nobody” in refs.bib.',
    ]);
    assert.deepEqual(await codesOf({ 'draft.md': draft.replace('; @nobody', ''), 'refs.bib': BIB }), [
      'citation-mismatch £48 million: Marsh Echo (5 March 2021) is cited here and does not say this; Lower Vale Gazette (4 March 2021) bears it out.',
    ]);
  });

  test('and against that of the configuration', async () => {
    const files = {
      'draft.md': 'The Ness dam cost £48 million to build [@dam; @nobody].\n',
      'lists/refs.bib': BIB,
      'corroborate.config.json': '{ "citation": { "bibliography": "lists/refs.bib" } }',
    };
    assert.deepEqual(await codesOf(files), [
      'citation-unknown-key nobody: There is no entry “nobody” in refs.bib.',
    ]);
  });

  test('say nothing of keys while a bibliography cannot be read', async () => {
    const files = { 'draft.md': '---\nbibliography: gone.bib\n---\n\nA key [@nobody].\n' };
    assert.deepEqual(await codesOf(files, /^corroborate: .*gone\.bib: there is no such file\n$/), []);
  });
});
