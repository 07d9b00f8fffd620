/** Sentences: where news text breaks and where it does not, however it was pasted together. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readMarkdown } from '../../../server/src/draft/markdown.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';
import { contains } from '../../../server/src/text/span.ts';

/** The sentences of a text that is prose as a whole. */
function sentences(text: string): readonly string[] {
  return splitSentences(text, [{ start: 0, end: text.length }]).map(({ start, end }) =>
    text.slice(start, end),
  );
}

suite('one sentence', () => {
  for (const text of [
    'Mr. Roe met Gen. Ada Quill of the U.S. Army at 9 a.m. on Tuesday.',
    'Sales fell to $2.1 billion from 3.5 percent.',
    'The U.S. Navy said on Dec. 3 that No. 7 was lost.',
    'J. R. Roe owns Roe Inc. of Varna.',
    '“Will it sail?” she asked the crew.',
    '“It sank!” he said.',
    'See herald.example/Tram for more.',
    'He left … and came back.',
  ])
    test(text, () => assert.deepEqual(sentences(text), [text]));
});

suite('sentences that', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'end with a stop, a question or a cry': ['It sank.', 'Who saw it?', 'Nobody!'],
    'end within quotation marks': ['“It sank.”', '“We left.”', 'He wept.'],
    'end with an abbreviation': ['It sailed to the U.S.', 'The crew of Roe Inc.', 'The end.'],
    'end with a figure': ['Some left in 2019.', '750 stayed.'],
    'end with a unit of one letter': ['It was –5 °C.', 'About 6,000 stayed at 39F.', 'The rest left.'],
  };
  for (const [name, parts] of Object.entries(cases))
    test(name, () => assert.deepEqual(sentences(parts.join(' ')), parts));

  test('run into each other', () =>
    assert.deepEqual(sentences('They left the harbour.Crew members wept.“It sank,” he said.'), [
      'They left the harbour.',
      'Crew members wept.',
      '“It sank,” he said.',
    ]));

  test('meet quotation mark to quotation mark', () =>
    assert.deepEqual(sentences('‘NO MORE SHIPS’“We lost three,” he said.'), [
      '‘NO MORE SHIPS’',
      '“We lost three,” he said.',
    ]));

  test('are parted by a blank line or a bullet', () =>
    assert.deepEqual(sentences('A headline\n\nIt sank\n- one ship\n- two boats'), [
      'A headline',
      'It sank',
      '- one ship',
      '- two boats',
    ]));
});

test('a sentence ends with its stretch, and what holes cover is no part of it', () => {
  const text = 'It sank | in 2019 and [nobody](x) came. Then';
  const holes = [
    { start: text.indexOf('['), end: text.indexOf('[') + 1 },
    { start: text.indexOf(']'), end: text.indexOf(')') + 1 },
  ];
  const found = splitSentences(text, [
    { start: 0, end: 7 },
    { start: 10, end: text.length, holes },
  ]);
  assert.deepEqual(
    found.map(({ tokens, paragraph, index }) => [
      index,
      paragraph,
      tokens.map((token) => token.text).join(' '),
    ]),
    [
      [0, 0, 'It sank'],
      [1, 1, 'in 2019 and nobody came .'],
      [2, 1, 'Then'],
    ],
  );
});

const PIECES = fc.constantFrom(
  ...[
    'It sank. ',
    'U.S. ',
    'Mr. Roe ',
    '“No,” ',
    '750.',
    'Crew',
    '\n\n',
    '\n',
    '- ',
    '| a | 5 |\n| - | - |\n',
    '`x` ',
  ],
  ...['…', '? ', '!”', '’', '[a](b) ', '# ', '> ', '😀', '\ud83d', '\u00a0', '.', ' '],
);

test('of any draft, sentences stand in order, each within one block', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const { blocks } = readMarkdown(text);
      let last = 0;
      for (const [index, sentence] of splitSentences(text, blocks).entries()) {
        assert.equal(sentence.index, index);
        assert.ok(last <= sentence.start && sentence.start < sentence.end);
        assert.ok(blocks.some((block) => contains(block, sentence)));
        for (const token of sentence.tokens) assert.ok(contains(sentence, token));
        last = sentence.end;
      }
    }),
  );
});
