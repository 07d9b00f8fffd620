/** Readers: any bytes are read or refused, never an exception, and prose stays inside its text. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { articleMetadata } from '../../../server/src/corpus/metadata.ts';
import type { Reading } from '../../../server/src/corpus/readers/reader.ts';
import { READ_EXTENSIONS, readerFor } from '../../../server/src/corpus/readers/readers.ts';
import { readBytes } from './readBytes.ts';

/** Pieces of files that readers look for, in any order. */
const PIECES = fc.constantFrom(
  ...[
    '---\n',
    'title: a: b\n',
    'date: [x\n',
    ' date 2020-01-01 ',
    '\n\n',
    '\r\n',
    '# ',
    '```\n',
    '<!--',
    '-->',
    '- ',
  ],
  ...[
    'Some 750 left. ',
    'https://x.example/1 ',
    '[@key1]',
    'Reporting by Al Roe; ',
    'Editing by Cy',
    'Share this\n',
  ],
  ...[
    'for-phone-only',
    '“Quote,” he said.',
    '\ufeff',
    '\ud83d',
    '😀',
    '| a | b |\n| - | - |\n',
    '$5 and $6',
    '\u0085',
  ],
);

const SOURCES = fc.oneof(
  fc.array(PIECES, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join(''))),
  fc.uint8Array({ maxLength: 200 }),
);

function checkReading(reading: Reading): void {
  if (reading.kind === 'unreadable') {
    assert.match(reading.reason, /^\S.*[^.]$/);
    return;
  }
  if (reading.kind === 'member') return;
  const { text, prose, stated } = reading;
  let last = 0;
  for (const { start, end, holes = [] } of prose) {
    assert.ok(last <= start && start < end && end <= text.length, JSON.stringify({ last, start, end, text }));
    for (const hole of holes) assert.ok(start <= hole.start && hole.start < hole.end && hole.end <= end);
    last = end;
  }
  const { title } = articleMetadata(stated, '2020-01-01_wire.txt', text, prose);
  assert.doesNotMatch(title, /[\r\n]/);
}

suite('every reader takes any bytes', () => {
  for (const extension of READ_EXTENSIONS) {
    test(extension, async () => {
      const check = async (bytes: Uint8Array): Promise<void> =>
        (await readBytes(`a.${extension}`, bytes)).forEach(checkReading);
      await fc.assert(fc.asyncProperty(SOURCES, check));
    });
  }
});

test('a name asks for its reader, an article of another format is known, other files are none', () => {
  assert.deepEqual(readerFor('A.TXT')?.valueOf(), readerFor('b.text'));
  for (const name of ['paper.rtf', 'noextension', 'txt', 'b.never-seen', 'a.'])
    assert.equal(readerFor(name), 'unknown', name);
  for (const name of [
    'README.md',
    'readme',
    'picture.JPG',
    '~$report.docx',
    'LICENSE',
    'package.json',
    'a.min.js',
  ])
    assert.equal(readerFor(name), null);
});

test('a page that is nothing but a date and furniture has no prose', async () => {
  const text = ' date 2020-01-01 for-phone-only';
  for (const extension of ['txt', 'md']) {
    const [reading] = await readBytes(`a.${extension}`, Buffer.from(text));
    assert.deepEqual(reading?.kind === 'read' && reading.prose, [], extension);
  }
});

test('a block of Markdown is cut where page furniture begins', async () => {
  const text = 'Some 750 left, [Roe](https://x.example/1) said.\nReporting by Al Roe; Editing by Cy\n';
  const [reading] = await readBytes('a.md', Buffer.from(text));
  assert.ok(reading?.kind === 'read');
  assert.deepEqual(
    reading.prose.map(({ start, end }) => text.slice(start, end)),
    ['Some 750 left, [Roe](https://x.example/1) said.'],
  );
});

test('entries of a list in plain text stand alone, and wrapped lines stay one sentence', async () => {
  const stretches = async (text: string): Promise<readonly string[]> => {
    const [reading] = await readBytes('a.txt', Buffer.from(text));
    assert.ok(reading?.kind === 'read');
    return reading.prose.map(({ start, end }) => text.slice(start, end));
  };
  const entries = ['Fires in Dorland: 88', 'Deaths: 2,417 (est.)', 'Damage: $3.5 million'];
  assert.deepEqual(await stretches(`The office wrote:\n\n${entries.join('\r\n')}\n\nIt rained.`), [
    'The office wrote:',
    ...entries,
    'It rained.',
  ]);
  assert.deepEqual(await stretches(entries.join('\n')), entries);
  assert.deepEqual(await stretches(`${entries[0]}\n${entries[1]}\nof them old.`), [
    'Fires in Dorland: 88',
    'Deaths: 2,417 (est.)\nof them old.',
  ]);
  for (const prose of [
    'Its toll in\nDorland: 12 dead, of whom\nAda Quill was one.',
    `Of the\n${entries[0]}\n`,
  ])
    assert.deepEqual(await stretches(prose), [prose.trim()]);
});
