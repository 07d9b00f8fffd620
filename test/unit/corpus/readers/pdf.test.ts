/** PDF: pages, columns, divided words, running heads, metadata, and files that have no text to read. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import type { Text } from '../../../../server/src/corpus/readers/reader.ts';
import { makePdf, setColumn } from '../makePdf.ts';
import { readBytes } from '../readBytes.ts';

async function read(bytes: Uint8Array): Promise<Text> {
  const [reading] = await readBytes('a.pdf', bytes);
  assert.ok(reading?.kind === 'read', JSON.stringify(reading));
  return reading;
}

async function refused(bytes: Uint8Array): Promise<string> {
  const [reading] = await readBytes('a.pdf', bytes);
  assert.ok(reading?.kind === 'unreadable', JSON.stringify(reading));
  return reading.reason;
}

const LEFT =
  'Some 750 guards held the harbour gate on Tuesday while the council met. The mayor said that nobody had been hurt and that the ferry would sail in the evening as it had been planned.';
const RIGHT =
  'Later reports spoke of 900 guards and of two ferries. The company that runs both of them counted 1,200 passengers, twice as many as on the same day of the year before.';

suite('text', () => {
  test('each page with its offset', async () => {
    const { text, origin } = await read(
      await makePdf({ pages: [[[50, 700, 'Some 750 guards came.']], [[50, 700, 'Then 900 came.']]] }),
    );
    assert.equal(text, 'Some 750 guards came.\n\nThen 900 came.');
    assert.deepEqual(origin, { format: 'pdf', record: null, line: null, part: 'page', starts: [0, 23] });
  });

  for (const order of ['column by column', 'line by line'] as const)
    test(`two columns below a headline, drawn ${order}`, async () => {
      const left = await setColumn(LEFT, { left: 50, top: 650, width: 220 });
      const right = await setColumn(RIGHT, { left: 320, top: 650, width: 220 });
      const byLine = left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]);
      const columns = order === 'column by column' ? [...left, ...right] : byLine;
      const { text } = await read(
        await makePdf({
          pages: [
            [[50, 700, 'Guards hold the harbour gate as the council of the town meets', 18], ...columns],
          ],
        }),
      );
      assert.equal(
        text,
        `Guards hold the harbour gate as the council of the town meets\n\n${LEFT}\n\n${RIGHT}`,
      );
    });

  test('a table is read row by row', async () => {
    const rows = ['Elwin', 'Norrey', 'Skarra', 'Varden', 'Thornby'].map((town, index) => [
      town,
      String(750 + index),
    ]);
    const lines = rows.flatMap(([town = '', count = ''], index) => [
      [50, 700 - index * 14, town] as const,
      [300, 700 - index * 14, count] as const,
    ]);
    const { text } = await read(await makePdf({ pages: [lines] }));
    assert.match(text, /^Elwin 750\s+Norrey 751\s+Skarra 752\s+Varden 753\s+Thornby 754$/);
  });

  test('words divided at the end of a line are whole, compounds keep their hyphen', async () => {
    const { text } = await read(
      await makePdf({
        pages: [
          [
            [50, 700, 'The well-known ministry counted the passen-'],
            [50, 688, 'gers of every ferry, among them the well-'],
            [50, 676, 'known singer and a four- or five-year-old'],
            [50, 664, 'boy from Anglo-'],
            [50, 652, 'Saxon country.'],
          ],
        ],
      }),
    );
    assert.equal(
      text,
      'The well-known ministry counted the passengers of every ferry, among them the well-known singer and a four- or five-year-old boy from Anglo-Saxon country.',
    );
  });

  test('paragraphs: by a gap, by a first line set in, by a short last line', async () => {
    const { text, prose } = await read(
      await makePdf({
        pages: [
          [
            [50, 700, 'The council met on Tuesday to hear what the company had'],
            [50, 688, 'to say of the ferry.'],
            [50, 676, 'Guards then held the gate until the evening, as planned,'],
            [50, 664, 'and some 750 passengers waited in the rain for the ferry'],
            [62, 652, 'The mayor of the town was not there, and neither was the'],
            [50, 640, 'harbour master, who had been asked to come by the council'],
            [50, 616, 'Nobody was hurt.'],
          ],
        ],
      }),
    );
    assert.deepEqual(
      prose.map(({ start, end }) => `${text.slice(start, start + 11)}…${text.slice(end - 6, end)}`),
      ['The council…ferry.', 'Guards then… ferry', 'The mayor o…ouncil', 'Nobody was … hurt.'],
    );
  });

  test('raised figures are not part of what they stand on, lowered ones and raised letters stay', async () => {
    // Times has figures half as wide as they are high.
    const { text } = await read(
      await makePdf({
        pages: [
          [
            [50, 700, '618'],
            [65, 703.5, '7', 6.5],
            [70.75, 700, 'crates, 40 m'],
            [120.5, 703.5, '2', 6.5],
            [50, 660, 'CO'],
            [63.9, 698 - 40, '2', 6.5],
            [69, 660, 'fell on day 31'],
            [50, 620, '1'],
            [55, 624, 'st', 8],
            [63, 620, 'came 24'],
            [50, 583.5, '7', 6.5],
            [53.25, 580, 'Some 36 were lost.'],
          ],
        ],
      }),
    );
    assert.equal(text, '618⁷ crates, 40 m² CO2 fell on day 31 1st came 24 ⁷ Some 36 were lost.');
  });

  test('running heads and page numbers go, and a sentence goes on over the page', async () => {
    const page = (number: number, body: readonly string[]) => [
      [50, 800, `Harbour Report 2020, part ${number}`] as const,
      ...body.map((line, index) => [50, 740 - index * 12, line] as const),
      [290, 40, `Page ${number} of 3`] as const,
    ];
    const body = ['Ferries sailed on time.', 'Guards watched all of them.', 'Rain fell in the evening.'];
    const { text, origin } = await read(
      await makePdf({
        pages: [
          page(1, [...body, 'The ministry said that some 750 passen-']),
          page(2, ['gers had been waiting.', ...body]),
          page(3, ['It was over by noon.', ...body]),
        ],
      }),
    );
    assert.doesNotMatch(text, /Harbour Report|Page \d/);
    assert.match(text, /The ministry said that some 750 passengers had been waiting\./);
    const [, second = 0, third = 0] = origin?.starts ?? [];
    assert.match(text.slice(second), /^(?:passen)?gers had been waiting/);
    assert.match(text.slice(third), /^It was over by noon\./);
  });

  test('first and last lines whose figures do not count with the pages are text', async () => {
    const counts = [88, 143, 210, 204].map((trees, day) => [
      [50, 780, `Storms felled ${trees} trees in Vostra by day ${day + 3}.`] as const,
      ...['Roads are shut.', 'Trains are late.', 'Schools are open.', 'Nobody was hurt.'].map(
        (line, index) => [50, 766 - index * 14, `${line} ${'Again.'.repeat(day)}`] as const,
      ),
      [50, 700, String(trees * 7)] as const,
    ]);
    const { text } = await read(await makePdf({ pages: counts }));
    for (const trees of [88, 143, 210, 204]) {
      assert.match(text, new RegExp(`Storms felled ${trees} trees in Vostra by day`));
      assert.match(text, new RegExp(`\\b${trees * 7}\\b`));
    }
  });

  test('page numbers may begin anew, and go by two where a page shows two', async () => {
    const numbered = (numbers: readonly number[]) =>
      numbers.map((number, index) => [
        [50, 800, `Vostra Almanac 1998 | ${number}`] as const,
        ...['Rain', 'Snow', 'Hail', 'Fog', 'Wind'].map(
          (weather, line) =>
            [50, 740 - line * 12, `${weather} fell ${'again '.repeat(index)}there.`] as const,
        ),
        [290, 40, String(number)] as const,
      ]);
    for (const numbers of [
      [7, 8, 9, 1, 2, 3],
      [12, 14, 16, 18],
    ]) {
      const { text } = await read(await makePdf({ pages: numbered(numbers) }));
      assert.doesNotMatch(text, /Almanac|\d/);
    }
  });
});

suite('metadata', () => {
  test('title and author of the document', async () => {
    const pages = [[[50, 700, 'Some 750 guards came.']]] as const;
    const { stated } = await read(await makePdf({ pages, title: 'Guards at the gate', author: 'Al Roe' }));
    assert.deepEqual(stated, {
      title: 'Guards at the gate',
      author: 'Al Roe',
      outlet: null,
      published: null,
      url: null,
    });
    assert.equal(
      (await read(await makePdf({ pages, title: 'Microsoft Word - draft7.docx' }))).stated.title,
      null,
    );
  });

  test('what programs write where nobody gave a title or an author is none', async () => {
    const pages = [[[50, 700, 'Some 750 guards came.']]] as const;
    for (const [title, author] of [
      ['(anonymous)', '(anonymous)'],
      ['untitled', 'anonymous'],
      ['(unspecified)', 'Unknown'],
      ['story.html', ''],
    ] as const) {
      const { stated } = await read(await makePdf({ pages, title, author }));
      assert.deepEqual([stated.title, stated.author], [null, null], title);
    }
    const { stated } = await read(
      await makePdf({ pages, title: 'Anonymous letters', author: 'Ann Unknown' }),
    );
    assert.deepEqual([stated.title, stated.author], ['Anonymous letters', 'Ann Unknown']);
  });
});

suite('passwords', () => {
  const encrypted = (name: string): Promise<Uint8Array> =>
    readFile(join(import.meta.dirname, 'passwords', `${name}.pdf`));

  for (const name of ['rc4-128', 'aes-128', 'aes-256']) {
    test(`one that is needed to read: ${name}`, async () => {
      assert.equal(await refused(await encrypted(name)), 'encrypted');
    });
  }

  for (const name of ['owner-rc4-128', 'owner-aes-256']) {
    test(`one that only its owner needs, to change it: ${name}`, async () => {
      assert.equal((await read(await encrypted(name))).text.trim(), 'Some 750 guards came.');
    });
  }
});

suite('refused', () => {
  test('a scan: pages without text', async () => {
    const document = await PDFDocument.create();
    document.addPage().drawRectangle({ x: 50, y: 50, width: 400, height: 600 });
    assert.equal(await refused(await document.save()), 'no text layer: its pages are pictures');
  });

  test('a password', async () => {
    assert.equal(await refused(Buffer.from(withPassword())), 'encrypted');
  });

  test('half of a file, and bytes that are none', async () => {
    const whole = await makePdf({ pages: [[[50, 700, 'Some 750 guards came.']]] });
    assert.match(await refused(whole.slice(0, whole.length / 3)), /^damaged, or not what its name says/);
    assert.match(await refused(Buffer.from('Some 750 guards came.')), /^damaged, or not what its name says/);
  });
});

/** A document whose key follows from a password that nobody knows: entries O and U are noise. */
function withPassword(): string {
  const noise = `<${'a7'.repeat(32)}>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O ${noise} /U ${noise} /P -4 >>`,
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const offsets: number[] = [];
  let file = '%PDF-1.4\n';
  for (const object of objects) {
    offsets.push(file.length);
    file += object;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00><00>] >>\nstartxref\n${file.length}\n%%EOF`;
}
