/** Markdown parsed in pieces reads exactly as Markdown parsed whole, whatever spans the pieces. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKeptPieces, readMarkdown } from '../../../server/src/draft/markdown.ts';
import { readPiece } from '../../../server/src/draft/markdownPiece.ts';
import { applied, edit } from './edits.ts';

/** Lines that open, close, continue or look like the constructs of Markdown that can hold blank lines. */
const LINES = [
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '\t',
    'Some 750 troops left.',
    'wrapped line',
    '  indented text',
    '    code of 4',
    '\u00a0',
  ],
  ...['```', '```js', '~~~', '````', '  ```', '    ```', '``` a`b', '> ```', '- ```', '```  '],
  ...['$$', '$$ x', '$$$', '  $$', 'costs $5 and $6', '$x^2$'],
  ...[
    '<!-- note 12',
    '-->',
    '<!-- 13 -->',
    'text --> 14',
    '<div>',
    '</div>',
    '<p>At 15</p>',
    '<pre>',
    '</pre>',
  ],
  ...[
    '<script>',
    '</script> 16',
    '<?php',
    '?>',
    '<!DOCTYPE',
    '>',
    '<![CDATA[',
    ']]>',
    '<b>17',
    '<!-->',
    '  <!--',
  ],
  ...['- item 18', '  more', '1. first', '10) tenth', '  - nested 19', '- [ ] task 20', '+ a'],
  ...[
    '> quote 21',
    '>',
    '> > deep 22',
    '> - list 23',
    '# Head 24',
    '## 2.3 Head',
    'Setext',
    '===',
    '---',
    '***',
  ],
  ...['| a | 25 |', '| - | - |', '| b | 26 |', '[link 27](http://a.example/28)', '![alt 29](30.png)'],
  ...[
    '[ref]: http://a.example/31 "t 32"',
    '[ref]: <',
    '"title 33"',
    'see [ref] and [text 34][ref]',
    '[Ref][]',
  ],
  ...[
    '[^n]: note 35',
    '[^n]: ',
    'told[^n] them',
    '[^other]',
    '\\[ref] 36 \\',
    '&amp; 37',
    '`code 38',
    '` end',
    '**bold',
    '39**',
  ],
];

const source = fc
  .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 24 })
  .map((lines) => lines.join('\n'))
  // Front matter is read before the pieces are made.
  .filter((text) => !text.startsWith('---'))
  // After indented code and a blank line micromark takes the next line for one that interrupts a paragraph, and so
  // misses lists that start with 10. or are empty. Pieces do not share this slip.
  .filter((text) => !/(?:^|\n\s*\n)(?: {4}|\t)/.test(text));

test('pieces read as the whole', () => {
  fc.assert(
    fc.property(source, (text) => {
      const { open: _, labels: __, ...whole } = readPiece(text, { links: [], footnotes: [] });
      assert.deepEqual(readMarkdown(text), whole);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500) },
  );
});

test('pieces carried from version to version read as those of the text alone', () => {
  fc.assert(
    fc.property(source, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      const kept = createKeptPieces();
      let text = start;
      readMarkdown(text, kept);
      for (const change of edits) {
        text = applied(text, change);
        assert.deepEqual(readMarkdown(text, kept), readMarkdown(text));
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});
