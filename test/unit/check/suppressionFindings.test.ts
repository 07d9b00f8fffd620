/** Findings on suppression comments, and what their quick fixes leave of the draft. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

/** What is told of the comments of a draft, each with the draft as its fix leaves it. No article is known. */
async function told(language: string, text: string): Promise<readonly (readonly [string | null, string])[]> {
  const draft = readDraft('draft', language, text);
  const options = { severities: { 'figure-not-found': 'hint' as const }, today: '2020-01-10' };
  const findings = await checkDraft(draft, createMemoryIndex(), options, NEVER);
  return findings
    .filter(({ claim }) => claim.kind === 'suppression')
    .map(({ code, fixes }) => {
      const [edit] = fixes[0]?.edits ?? [];
      assert.ok(edit !== undefined);
      return [code, text.slice(0, edit.start) + edit.newText + text.slice(edit.end)];
    });
}

describe('a comment', () => {
  it('that suppresses a finding is left alone', async () => {
    const text =
      '<!-- corroborate-disable-next-line figure-not-found -->\nThey counted 750 sheep in Ostrand.\n';
    assert.deepEqual(await told('markdown', text), []);
  });

  it('that suppresses nothing is taken out, with its line where it has one', async () => {
    assert.deepEqual(await told('latex', 'Nobody came.\n% corroborate-disable-next-line\nAll left.\n'), [
      ['suppression-unused', 'Nobody came.\nAll left.\n'],
    ]);
    assert.deepEqual(await told('typst', 'Nobody came. // corroborate-disable-line\n'), [
      ['suppression-unused', 'Nobody came.\n'],
    ]);
  });

  it('loses those of its codes that there are not, or that suppress nothing', async () => {
    const draft = (codes: string): string =>
      `// corroborate-disable-next-line ${codes} -- because\nThey counted 750 sheep in Ostrand.\n`;
    assert.deepEqual(await told('asciidoc', draft('figure-not-found, figure-notfound')), [
      ['suppression-unknown-code', draft('figure-not-found')],
    ]);
    assert.deepEqual(await told('asciidoc', draft('quote-altered, figure-not-found')), [
      ['suppression-unused', draft('figure-not-found')],
    ]);
  });

  it('that asks for an action there is not is told of, with the one it is meant for or a way out', async () => {
    const rest = 'They counted 750 sheep in Ostrand.\n';
    for (const [language, open, close] of [
      ['markdown', '<!--', ' -->'],
      ['mdx', '{/*', ' */}'],
      ['latex', '%', ''],
      ['restructuredtext', '..', ''],
    ] as const) {
      const draft = (action: string, gap = '\n\n'): string =>
        `${open} corroborate-${action} figure-not-found${close}${gap}${rest}`;
      for (const slip of ['disable-nextline', 'Disable-Next-Line', 'disable_next_line', 'disbale-next-line'])
        assert.deepEqual(await told(language, draft(slip)), [
          ['suppression-unknown-code', draft('disable-next-line')],
        ]);
      assert.deepEqual(await told(language, draft('ignore-everything')), [
        ['suppression-unknown-code', `\n${rest}`],
      ]);
    }
    assert.deepEqual(
      await told('markdown', `<!-- Corroborate the sheep; corroborate-later -->\n\n${rest}`),
      [],
    );
  });

  it('for what is turned off is not judged, nor is one that ends what was begun', async () => {
    assert.deepEqual(await told('typst', '// corroborate-disable citation-missing\nAll left.\n'), []);
    const text =
      '<!-- corroborate-disable -->\n\nThey counted 750 sheep in Ostrand.\n\n<!-- corroborate-enable -->\n';
    assert.deepEqual(await told('markdown', text), []);
    assert.deepEqual(await told('markdown', 'All left.\n\n<!-- corroborate-enable -->\n'), [
      ['suppression-unused', 'All left.\n\n'],
    ]);
  });
});
