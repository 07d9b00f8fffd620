/** Wrapped lines: sentences of mails go on over line ends, while headings, lists and tables keep their lines. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lineStarts } from '../../../../server/src/corpus/readers/wrappedLines.ts';
import { readBytes } from '../readBytes.ts';

/** The lines that begin something of their own, each with those that go on with it. */
function parts(text: string): readonly string[] {
  const starts = lineStarts(text);
  return starts
    .map((start, at) => text.slice(start, starts[at + 1] ?? text.length).trim())
    .filter((part) => part !== '');
}

const WRAPPED = [
  'The observatory in Torvik counted some forty aftershocks on Tuesday and',
  'expects more of them this week, according to its director, Marja Ellen',
  'Kvist. The strongest was felt by people in four towns on the coast, the',
  '1,250 guests of the Hotel Alfheim among them, and by nobody further off',
  'in the hills. Roads are open.',
];

suite('a text that is wrapped', () => {
  test('goes on where a line begins with a name or a figure', () => {
    assert.deepEqual(parts(WRAPPED.join('\n')), [WRAPPED.join('\n')]);
    assert.deepEqual(parts(WRAPPED.join(' \r\n')), [WRAPPED.join(' \r\n')]);
  });

  test('is one where a link is wider than its lines', () => {
    const link = `See https://observatory.example/${'a'.repeat(60)} for the list.`;
    assert.deepEqual(parts(`${WRAPPED.join('\n')}\n\n${link}`), [WRAPPED.join('\n'), link]);
  });

  test('keeps a heading that has room for the next word, and what stands behind blank lines', () => {
    const text = `Aftershocks go on\n${WRAPPED.join('\n')}\n\nMagnitude by town`;
    assert.deepEqual(parts(text), ['Aftershocks go on', WRAPPED.join('\n'), 'Magnitude by town']);
  });

  test('keeps the entries of lists, the rows of tables and lines that are set in', () => {
    const list = [
      '- Harbour of Torvik, with the houses on the quay behind it, 12 houses',
      '- Old town and the hill above it as far as the mill and the road, 31.',
    ];
    const table = ['Harbour, with the houses on the quay     12 houses damaged   31 people'];
    const row = 'Old town and the hill above it           14 houses damaged   17 people';
    const indented = '    A second paragraph has no blank line before it.';
    const text = [...WRAPPED, ...list, ...table, row, '', ...WRAPPED, indented].join('\n');
    assert.deepEqual(parts(text), [
      WRAPPED.join('\n'),
      ...list,
      ...table,
      row,
      WRAPPED.join('\n'),
      indented.trim(),
    ]);
  });
});

suite('a text that is not', () => {
  test('has a paragraph a line, however wide', () => {
    const long = ['The road is open', 'Marja Ellen Kvist expects more'].map((line) =>
      `${line}, ${line}`.repeat(4),
    );
    assert.deepEqual(parts(long.join('\n')), long);
    const short = ['Forty aftershocks were counted on Tuesday.', 'Marja Ellen Kvist expects more of them.'];
    assert.deepEqual(parts(short.join('\n')), short);
    const list = [
      'Aftershocks counted in Torvik on Tuesday: 417',
      'Aftershocks counted in Elwin on Tuesday: 12',
    ];
    assert.deepEqual(parts(list.join('\n')), list);
  });

  test('goes on where nothing can end', () => {
    for (const [above, below] of [
      ['The strongest aftershock reached a magnitude of', '6.1 on Tuesday.'],
      ['The guests left the Alfheim Hotel and the', 'Harbour Inn.'],
      ['It cost more than', '$12 million.'],
    ] as const)
      assert.deepEqual(parts(`${above}\n${below}`), [`${above}\n${below}`]);
    assert.deepEqual(parts('What the hill is made of\nThe mill stands on lava.'), [
      'What the hill is made of',
      'The mill stands on lava.',
    ]);
  });
});

test('a figure in a mail is read with the line above it', async () => {
  const mail = `From: a@observatory.example\r\nSubject: Aftershocks\r\n\r\n${WRAPPED.join('\r\n')}\r\n`;
  const [read] = await readBytes('a.eml', Buffer.from(mail));
  assert.ok(read?.kind === 'read');
  const prose = read.prose.map(({ start, end }) => read.text.slice(start, end));
  assert.deepEqual(prose, [WRAPPED.join('\n')]);
});
