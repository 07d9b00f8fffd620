/** Tables as programs write them that do not agree on what a table is. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBytes } from '../readBytes.ts';

/** Each reading as its place and text, or as what was wrong where. */
async function read(name: string, content: string): Promise<readonly string[]> {
  return (await readBytes(name, Buffer.from(content))).map((reading) => {
    if (reading.kind === 'member') return reading.name;
    if (reading.kind === 'unreadable') return `${reading.member ?? '-'}: ${reading.reason}`;
    return `${reading.origin?.record ?? '-'}@${reading.origin?.line ?? '-'} ${reading.text}`;
  });
}

suite('rows of other lengths than the header', () => {
  test('more cells than the header: the text is cut, so the row is told and not read', async () => {
    const table = 'date,text\n2020-01-02,The dike of Oldham held 1,400 tons.\n2020-01-03,Rain fell.\n';
    assert.deepEqual(await read('a.csv', table), [
      'line 2: has 3 cells where the header has 2',
      '2@3 Rain fell.',
    ]);
  });

  test('quotation marks that are escaped with backslashes', async () => {
    const table = '"id","text"\n"1","She said \\"never\\", and 31 guards left."\n"2","Rain fell."\n';
    const told = await read('a.csv', table);
    assert.deepEqual(told, ['line 2: has 3 cells where the header has 2', '2@3 Rain fell.']);
  });

  test('fewer cells, and cells without anything at the end, are no damage', async () => {
    assert.deepEqual(await read('a.csv', 'text,title,url\nRain fell.\nSnow fell.,x,y,, ,\n'), [
      '1@2 Rain fell.',
      '2@3 Snow fell.',
    ]);
  });
});

suite('a first line that names the delimiter', () => {
  test('is no row, and the lines keep their numbers', async () => {
    for (const [line, mark] of [
      ['sep=;', ';'],
      ['SEP=,', ','],
      ['"sep=|"', '|'],
      ['sep=\t', '\t'],
    ] as const) {
      const rows = [
        line,
        `title${mark}text`,
        `Dike${mark}"Some 80, or more,\r\nguards came."`,
        `B${mark}Rain fell.`,
      ];
      assert.deepEqual(
        await read('a.csv', rows.join('\r\n')),
        ['1@3 Some 80, or more,\r\nguards came.', '2@5 Rain fell.'],
        line,
      );
    }
  });
});

suite('tables with tabs whose cells are not quoted', () => {
  test('a quotation mark that is not closed in its line takes no other row for its own', async () => {
    const open = ['id\ttitle\ttext', '1\tA\t"We stay in Elwin, said Ana.', '2\tB\tSome 75 guards came.'];
    const told = 'line 2: opens a quotation mark that takes in the rows after it, up to line';
    for (const close of ['3\tC\tThe word was "no"', '3\tC\tNobody said no"', '3\tSo "no"\tRain fell.'])
      assert.deepEqual(await read('a.tsv', [...open, close, '4\tD\tSnow fell.'].join('\n')), [
        `${told} 4`,
        '2@5 Snow fell.',
      ]);
  });

  test('quoted cells keep their lines and tabs', async () => {
    const rows = ['text\ttitle\turl', '"Rain fell.\nTown\tmm\nSnow fell."\tA\tx', '"Gate.\n\nHeld."\tB\ty'];
    assert.deepEqual(await read('a.tsv', rows.join('\n')), [
      '1@2 Rain fell.\nTown\tmm\nSnow fell.',
      '2@5 Gate.\n\nHeld.',
    ]);
  });
});
