/** Pieces of Markdown that are read without the parser read as the parser reads them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readByParser, readPiece } from '../../../server/src/draft/markdownPiece.ts';
import { plainParagraph } from '../../../server/src/draft/plainPiece.ts';

const NO_LABELS = { links: [], footnotes: [] };

/** Words and marks of plain reports, and beside them whatever means something to Markdown. */
const PLAIN = ['a', 'Some 750 troops', '“left,”', ' ', '\n', '\n', 'é', '$5', '(', ')', '.', ' – ', ':', '!'];
const MARKED = [
  ...['*', '_', '[a]', '<b>', '&amp;', '\\', '|', '@', '#', '\t', '$$', 'http://a.de', 'www.a.de', '1. '],
  ...[
    '- ',
    '===',
    '---',
    '+ ',
    '> ',
    '`',
    '~~',
    '  \n',
    '\n\n',
    '\r\n',
    '\u00a0',
    '\uFEFF',
    '=',
    '{',
    '^',
    '%',
  ],
];

test('a plain paragraph reads as the parser reads it', () => {
  const part = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...PLAIN) },
    { weight: 1, arbitrary: fc.constantFrom(...MARKED) },
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const source = parts.join('');
      if (plainParagraph(source) !== null) plain += 1;
      assert.deepEqual(readPiece(source, NO_LABELS), readByParser(source, NO_LABELS));
    }),
    { numRuns: 3000 },
  );
  assert.ok(plain > 100, `${plain} of the texts were plain`);
});

test('paragraphs of reports are plain, and what may be markup is not', () => {
  assert.deepEqual(plainParagraph('“We left,” she said.\nSome 750 ($5 each) stayed.\n\n'), {
    start: 0,
    end: 47,
  });
  for (const marked of [
    '# Head',
    '- item',
    '1. first',
    'a *b*',
    'a\n===',
    'see [1]',
    'www.a.de',
    'a\n\n  b',
  ]) {
    assert.equal(plainParagraph(marked), null, marked);
  }
});
