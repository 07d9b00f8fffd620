/** Raw words: the words that look like one are those that the letters alone tell, and are looked up anew when there are more. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { RawWords } from '../../../server/src/corpus/disk/rawWords.ts';
import { KIND } from '../../../server/src/corpus/disk/schema.ts';
import { looksLike } from '../../../server/src/corpus/index/knownNames.ts';

/** Few letters, so that many words are alike, and some that share a bit or are not Latin. */
const word = fc
  .array(fc.constantFrom('a', 'b', 'ç', 'o', 'ó', 'r', 'ж'), { minLength: 1, maxLength: 9 })
  .map((letters) => letters.join(''));

test('words that look like one', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-words-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const insert = database.prepare('INSERT OR IGNORE INTO terms (term) VALUES (?)');
  const known = new Set<string>();
  const add = (own: string): void => {
    insert.run(KIND.rawWord + own);
    insert.run(KIND.word + own);
    known.add(own);
  };
  for (const own of fc.sample(word, { numRuns: 400, seed: 7 })) add(own);
  const words = new RawWords(database);
  const agree = (asked: string): void => {
    const expected = [...known].filter((own) => own.charAt(0) === asked.charAt(0) && looksLike(asked, own));
    assert.deepEqual(words.like(asked), expected.sort());
  };
  fc.assert(fc.property(word, agree), { seed: 7 });
  add('obrob');
  words.clear();
  agree('obrot');
  assert.ok(words.like('obrot').includes('obrob'));
});
