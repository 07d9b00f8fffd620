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
