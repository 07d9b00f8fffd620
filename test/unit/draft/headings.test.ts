/** Which headings a draft has, where they stand, and on which level. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

function headings(language: string, text: string): readonly string[] {
  return readDraft('draft', language, text).headings.map(
    ({ level, start, end }) => `${level} ${text.slice(start, end)}`,
  );
}

test('headings of Markdown in both forms, without those of quotations and lists', () => {
  const text =
    '# The *mill* #\n\nSetext 12\n===\n\nOther\nwords\n---\n\n### 2.3 Deep\n\n## `code`\n\n##\n\n> # Quoted\n\n- # Item\n\n```\n# code\n```\n';
  assert.deepEqual(headings('markdown', text), [
    '1 The *mill',
    '1 Setext 12',
    '2 Other\nwords',
    '3 Deep',
    '2 ## `code`',
    '2 ##',
  ]);
});

test('the number of a heading of a plain text tells its level', () => {
  assert.deepEqual(headings('plaintext', '2.1 The mill\n\nText.\n\n1.2.1 Who paid\n'), [
    '2 The mill',
    '3 Who paid',
  ]);
});

test('headings of the other languages, by what tells their level', () => {
  assert.deepEqual(headings('latex', '\\section[a]{The \\emph{mill}}\n\\subsection*{Who} paid\n\\part{Two'), [
    '3 The \\emph{mill',
    '4 Who',
    '1 Two',
  ]);
  assert.deepEqual(headings('typst', '= The *mill* <m>\nText.\n\n=== Who\n'), ['1 The *mill', '3 Who']);
  assert.deepEqual(headings('asciidoc', '= The mill\n\n== Who\n\n----\n== code\n----\n'), [
    '1 The mill',
    '2 Who',
  ]);
  assert.deepEqual(headings('restructuredtext', '====\nMill\n====\n\nWho\n---\n\nWhy\n~~~\n\nWhen\n----\n'), [
    '1 Mill',
    '2 Who',
    '3 Why',
    '2 When',
  ]);
  assert.deepEqual(headings('html', '<h1>The <em>mill</em></h1><h3>Who</h3><pre><h2>x</h2></pre>'), [
    '1 The <em>mill',
    '3 Who',
  ]);
});

test('the date that a draft states', () => {
  const stated = {
    latex: '\\date{5 January 2020}\n\\begin{document}',
    typst: '#set document(date: datetime(year: 2020, month: 1, day: 5))',
    asciidoc: '= Mill\nAda <a@b.example>\nv1.0, 2020-01-05\n\nText.',
    restructuredtext: 'Mill\n====\n\n:Date: 2020-01-05\n',
    html: '<meta name="date" content="2020-01-05"><p>Text',
    quarto: '---\ndate: 2020-01-05\n---\nText.',
  };
  for (const [language, text] of Object.entries(stated)) {
    assert.equal(readDraft('draft', language, text).published, '2020-01-05', language);
  }
});
