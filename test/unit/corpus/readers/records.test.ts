/** Records: JSON, JSON Lines and tables, with the names that crawls, news services and exports give their fields. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import type { Reading } from '../../../../server/src/corpus/readers/reader.ts';
import { readBytes } from '../readBytes.ts';

const STORY = 'Some 750 guards came.';

/** Each reading as its text and place, or as what was wrong where. */
async function read(name: string, content: string | Uint8Array, limits = {}): Promise<readonly string[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return (await readBytes(name, bytes, limits)).map(shown);
}

function shown(reading: Reading): string {
  switch (reading.kind) {
    case 'read':
      return `${reading.origin?.record ?? '-'}@${reading.origin?.line ?? '-'} ${reading.text}`;
    case 'unreadable':
      return `${reading.member ?? '-'}: ${reading.reason}`;
    case 'member':
      return reading.name;
  }
}

async function metadata(record: unknown): Promise<unknown> {
  const [reading] = await readBytes('a.json', Buffer.from(JSON.stringify(record)));
  assert.ok(reading?.kind === 'read', JSON.stringify(reading));
  return reading.stated;
}

const KNOWN = {
  title: 'Gate held',
  outlet: 'Gulf Wire',
  author: 'Al Roe, Cy Dee',
  published: '2020-01-02',
  url: 'https://gulfwire.example/gate',
};

suite('fields', () => {
  test('of a crawl', async () => {
    const crawl = {
      title: 'Gate held',
      maintext: STORY,
      date_publish: '2020-01-02 08:00:00',
      source_domain: 'Gulf Wire',
    };
    assert.deepEqual(await metadata({ ...crawl, authors: ['Al Roe', 'Cy Dee'], url: KNOWN.url }), KNOWN);
  });

  test('of a news service', async () => {
    const service = {
      source: { id: null, name: 'Gulf Wire' },
      author: 'Al Roe, Cy Dee',
      publishedAt: '2020-01-02T08:00:00Z',
    };
    assert.deepEqual(
      await metadata({ ...service, title: 'Gate held', url: KNOWN.url, content: STORY }),
      KNOWN,
    );
  });

  test('a day as a number of seconds or milliseconds; addresses and dates that are none', async () => {
    const day = async (date: unknown) => metadata({ text: STORY, date, url: 'javascript:1' });
    const only = { title: null, outlet: null, author: null, url: null };
    assert.deepEqual(await day(1577952000), { ...only, published: '2020-01-02' });
    assert.deepEqual(await day(1577952000000), { ...only, published: '2020-01-02' });
    assert.deepEqual(await day(2021050310), { ...only, published: '2021-05-03' });
    assert.deepEqual(await day('2019123123'), { ...only, published: '2019-12-31' });
    // No hour and no day of the calendar: seconds.
    assert.deepEqual(await day(2021050324), { ...only, published: '2034-01-16' });
    assert.deepEqual(await day(2021023010), { ...only, published: '2034-01-16' });
    assert.deepEqual(await day('01/02/2020'), { ...only, published: null });
    assert.deepEqual(await day({ year: 2020 }), { ...only, published: null });
  });

  test('a text with markup', async () => {
    const [reading] = await readBytes(
      'a.json',
      Buffer.from(JSON.stringify({ body: `<p>${STORY}</p><p>A &amp; B</p>` })),
    );
    assert.ok(reading?.kind === 'read');
    assert.equal(reading.text, `${STORY}\n\nA & B`);
    assert.deepEqual(reading.origin?.starts, [0, STORY.length + 2]);
  });

  test('paragraphs of one line each; a wrapped line goes on', async () => {
    const text = 'Gate held\nSome 750 guards\ncame to the gate.\n\nRain fell.';
    const [reading] = await readBytes('a.json', Buffer.from(JSON.stringify({ text })));
    assert.ok(reading?.kind === 'read');
    assert.deepEqual(
      reading.prose.map(({ start, end }) => text.slice(start, end)),
      ['Gate held', 'Some 750 guards\ncame to the gate.', 'Rain fell.'],
    );
  });
});

suite('JSON', () => {
  test('one article, a list, a list in an answer, lines under that name', async () => {
    const one = { text: STORY };
    assert.deepEqual(await read('a.json', JSON.stringify(one)), [`-@- ${STORY}`]);
    const list = [`1@- ${STORY}`, 'record 2: has no text, body or content field with text', `3@- ${STORY}`];
    assert.deepEqual(await read('a.json', JSON.stringify([one, { title: 'x' }, one])), list);
    assert.deepEqual(await read('a.json', JSON.stringify({ status: 'ok', articles: [one, {}, one] })), list);
    assert.deepEqual(
      await read('a.json', JSON.stringify({ response: { total: 3, docs: [one, {}, one] } })),
      list,
    );
    assert.deepEqual(await read('a.json', `${JSON.stringify(one)}\n${JSON.stringify(one)}`), [
      `1@1 ${STORY}`,
      `2@2 ${STORY}`,
    ]);
  });

  test('several lists of one level, and those beside a text', async () => {
    const [rain, snow] = [{ text: 'Rain fell.' }, { body: 'Snow fell.' }];
    const both = [
      '1@- Rain fell.',
      'record 2: has no text, body or content field with text',
      '3@- Snow fell.',
    ];
    for (const value of [
      { '2020-01-02': [rain, {}], '2020-01-03': [snow], total: 3, tags: [{ id: 1 }] },
      { days: { '2020-01-02': [rain, {}], '2020-01-03': [snow] } },
      { january: { first: [rain, {}] }, february: { first: [snow] } },
    ])
      assert.deepEqual(await read('a.json', JSON.stringify(value)), both);
    const head = {
      title: 'Export',
      content: STORY,
      comments: [{ text: 'Lies!' }],
      articles: [rain],
      more: [snow],
    };
    assert.deepEqual(await read('a.json', JSON.stringify(head)), [
      `-@- ${STORY}`,
      '1@- Rain fell.',
      '2@- Snow fell.',
    ]);
  });

  test('no article in it, cut off, nothing at all', async () => {
    assert.deepEqual(await read('a.json', '{"name":"x","version":1}'), [
      '-: no article: an object with a text, body or content field, or a list of them',
    ]);
    assert.deepEqual(await read('a.json', '[{"text":"Some 750'), ['-: JSON that is cut off']);
    assert.deepEqual(await read('a.json', '{"text": }'), ['-: not valid JSON']);
    const deep = await read('a.json', '['.repeat(1e6) + ']'.repeat(1e6));
    assert.equal(deep.length, 1);
    assert.match(deep[0] ?? '', /^-: /);
  });
});

test('JSON Lines under the name of JSON keep their line numbers; of very many lines the first are read', async () => {
  const line = JSON.stringify({ text: STORY });
  assert.deepEqual(await read('a.json', `${line}\r\n\n${line}\nx\n \n${line}`), [
    `1@1 ${STORY}`,
    `3@3 ${STORY}`,
    'line 4: JSON that is cut off',
    `6@6 ${STORY}`,
  ]);
  const many = `${line}\n${'\n'.repeat(18)}${line}`;
  assert.deepEqual(await read('a.json', many, { jsonValues: 20 }), [`1@1 ${STORY}`, `20@20 ${STORY}`]);
  assert.deepEqual(await read('a.json', `${line}\n\n${many}`, { jsonValues: 20 }), [
    `1@1 ${STORY}`,
    `3@3 ${STORY}`,
    '-: holds more than 20 lines; the rest is not read',
  ]);
});

suite('JSON Lines', () => {
  test('lines that are no article are told, those around them read', async () => {
    const good = JSON.stringify({ text: STORY });
    const lines = [good, '', '{"text": "Some 750', '{"text": 750}', '[1]', 'x', good];
    assert.deepEqual(await read('a.jsonl', lines.join('\r\n')), [
      `1@1 ${STORY}`,
      'line 3: JSON that is cut off',
      'line 4: has no text, body or content field with text',
      'line 5: not a JSON object',
      'line 6: JSON that is cut off',
      `7@7 ${STORY}`,
    ]);
  });

  test('a line that is too long is let go', async () => {
    const long = JSON.stringify({ text: STORY.repeat(100) });
    const good = JSON.stringify({ text: STORY });
    assert.deepEqual(await read('a.jsonl', `${long}\n${good}\n${long}`, { recordBytes: 1024 }), [
      'line 1: longer than 1 kB',
      `2@2 ${STORY}`,
      'line 3: longer than 1 kB',
    ]);
  });

  test('other encodings; a damaged character spoils its line only', async () => {
    const quoted =
      'The owner of the café said “some 750” guards had been “held” there, and that “nobody” had left.';
    const lines = `${JSON.stringify({ text: STORY })}\n${JSON.stringify({ text: quoted })}\n`;
    const read16 = await read('a.jsonl', iconv.encode(lines, 'utf-16le', { addBOM: true }));
    assert.deepEqual(read16, [`1@1 ${STORY}`, `2@2 ${quoted}`]);
    assert.deepEqual(await read('a.jsonl', iconv.encode(lines, 'windows-1252')), read16);
    const damaged = Buffer.concat([
      Buffer.from(lines),
      Buffer.from('{"text":"'),
      Uint8Array.of(0xc3),
      Buffer.from('"}\n'),
    ]);
    assert.deepEqual(await read('a.jsonl', damaged), [...read16, 'line 3: damaged UTF-8']);
  });

  test('characters that are parted by the pieces of a file stay whole', async () => {
    const text = '😀é“'.repeat(60_000);
    assert.deepEqual(await read('a.jsonl', JSON.stringify({ text })), [`1@1 ${text}`]);
  });
});

suite('tables', () => {
  test('commas, semicolons, tabs; quotation marks and line ends in cells', async () => {
    const story = '"Some 750, or ""more"";\nguards came."';
    const text = 'Some 750, or "more";\nguards came.';
    for (const [name, mark] of [
      ['a.csv', ','],
      ['a.csv', ';'],
      ['a.tsv', '\t'],
    ] as const) {
      const rows = [
        ['Title', 'Body Text', 'Date'],
        ['T', story, '2020-01-02'],
        ['U', 'Rain fell.', ''],
      ];
      const table = rows.map((row) => row.join(mark)).join('\r\n');
      assert.deepEqual(await read(name, table), [`1@2 ${text}`, '2@4 Rain fell.'], `${name} ${mark}`);
    }
  });

  test('metadata of a row', async () => {
    const table = `title,source,author,date,url,text\nGate held,Gulf Wire,"Al Roe, Cy Dee",2020-01-02,${KNOWN.url},${STORY}\n`;
    const [reading] = await readBytes('a.csv', Buffer.from(table));
    assert.deepEqual(reading?.kind === 'read' && reading.stated, KNOWN);
  });

  test('careless rows are read, empty ones told', async () => {
    assert.deepEqual(
      await read('a.csv', `\ufefftext,title\n5" gun found,x, ,\n\n,only a title\n${STORY}\n`),
      ['1@2 5" gun found', 'line 4: has no text, body or content field with text', `3@5 ${STORY}`],
    );
  });

  test('a table that Excel saved', async () => {
    const table = 'title;text\nKöln;“Über 750” Wächter kamen im März, sagte Müller in Köln.\n';
    assert.deepEqual(await read('a.csv', iconv.encode(table, 'windows-1252')), [
      '1@2 “Über 750” Wächter kamen im März, sagte Müller in Köln.',
    ]);
  });

  test('no column, no row, cut in half: what stands before is read', async () => {
    assert.deepEqual(await read('a.csv', 'town,count\nElwin,750\n'), [
      '-: no column with the text of articles (text, body or content)',
    ]);
    assert.deepEqual(await read('a.csv', ''), ['-: empty']);
    assert.deepEqual(await read('a.csv', `text,title\n${STORY},a\n"Some 900, title`), [
      `1@2 ${STORY}`,
      '-: cut off: the quotation mark that opens in line 3 or after is not closed',
    ]);
    assert.deepEqual(await read('a.csv', `text\n${STORY}\n"${'x'.repeat(5000)}"\n`, { recordBytes: 1024 }), [
      `1@2 ${STORY}`,
      '-: a row in line 3 or after is longer than 1 kB',
    ]);
  });
});
