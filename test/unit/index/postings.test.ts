/** Posting lists: read whole, and let go of. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import { Postings } from '../../../server/src/corpus/disk/postings.ts';
import { KIND } from '../../../server/src/corpus/disk/schema.ts';
import { Segments } from '../../../server/src/corpus/disk/segments.ts';
import { TermDictionary } from '../../../server/src/corpus/disk/terms.ts';
import { spellingKey } from '../../../server/src/text/spelling.ts';
import { contentOf, pathOf } from './backends.ts';

/** More than are kept until the collector comes. */
const TIMES = 100_000;

test('the bytes of a long list are given back when they were read, and can be read again', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-postings-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const text = `${'rain '.repeat(TIMES)}fell.`;
  const prose = [{ start: 0, end: text.length }];
  const facts = { title: 'Rain', outlet: null, author: null, published: null, url: null };
  new IndexWriter(database).replace([
    contentOf({ id: 'rain.txt', path: pathOf('rain.txt'), ...facts, text, prose }),
  ]);
  const segments = new Segments(database);
  segments.refresh();
  const [segment] = segments.all;
  assert.ok(segment !== undefined);
  const postings = new Postings(database, segments, new TermDictionary(database));
  const term = KIND.word + spellingKey('rain');
  for (let time = 0; time < 2; time += 1) {
    const read: { list: Uint8Array; length: number } = postings.read(segment, term, (list) => ({
      list,
      length: list.length,
    }));
    assert.equal(read.length, TIMES);
    assert.equal(read.list.length, 0);
    assert.equal(postings.listOf(segment, term, segment.words).length, TIMES);
  }
  assert.equal(
    postings.read(segment, `${KIND.word}snow`, ({ length }) => length),
    0,
  );
});
