/** Markup in the text of records: references and tags read as HTML, and what only looks like them stays. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBytes } from '../readBytes.ts';

/** The text of a record as JSON and as a cell of a table, which are the same, and its paragraphs. */
async function read(text: string): Promise<{ readonly text: string; readonly prose: readonly string[] }> {
  const [record] = await readBytes('a.json', Buffer.from(JSON.stringify({ text })));
  const [row] = await readBytes('a.csv', Buffer.from(`text,title\n"${text.replaceAll('"', '""')}",x\n`));
  assert.ok(record?.kind === 'read' && row?.kind === 'read');
  assert.equal(row.text, record.text);
  const prose = record.prose.map(({ start, end }) => record.text.slice(start, end));
  return { text: record.text, prose };
}

suite('markup in the text of records', () => {
  test('character references without a tag', async () => {
    const { text } = await read(
      '&#8220;It&#x2019;s late,&#8221; said Ana &amp; Bo of R&D. Caf&eacute;&nbsp;&copy;',
    );
    assert.equal(text, '“It’s late,” said Ana & Bo of R&D. Café\u00a0©');
  });

  test('line ends and tags within lines: paragraphs stay paragraphs', async () => {
    const marked =
      'Some <em>750</em> guards came.\n\nRain fell on <a href="https://a.example/?x=1&amp;y=2">Elwin</a>&#33;\nSnow fell.';
    const { prose } = await read(marked);
    assert.deepEqual(prose, ['Some 750 guards came.', 'Rain fell on Elwin!', 'Snow fell.']);
  });

  test('line breaks, and paragraphs that are not closed', async () => {
    const expected = ['Some 750 guards came.', 'Rain fell.', 'Snow fell.'];
    assert.deepEqual(
      (await read('Some 750 guards came.<br><br/>Rain fell.<BR />Snow fell.')).prose,
      expected,
    );
    assert.deepEqual(
      (await read('<p>Some 750 guards came.<p>Rain fell.<p class="x">Snow fell.')).prose,
      expected,
    );
  });

  test('plain text with the same marks stays as it is', async () => {
    for (const text of [
      'AT&T and R&D; Q&A, a &b, &lt 5, fish & chips &',
      'x < 5, a <b and c> d, <3, <unknown>, <Ana Roe> said 5 > 4.',
      '  Rain\tfell.\n\nSnow <- fell. ',
    ])
      assert.equal((await read(text)).text, text);
  });

  test('marks of plain text beside references', async () => {
    const { text } = await read('AT&T &#38; <Ana Roe> found x < 5 &lt;b&gt; and &copy 2020 <script> y.');
    assert.equal(text, 'AT&T & <Ana Roe> found x < 5 <b> and &copy 2020 <script> y.');
  });
});
