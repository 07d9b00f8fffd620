/** Word pairs are the places where one word stands right before another, however often and in whatever order they are asked for. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { Postings } from '../../../server/src/corpus/disk/postings.ts';
import { KIND } from '../../../server/src/corpus/disk/schema.ts';
import { Segments } from '../../../server/src/corpus/disk/segments.ts';
import { TermDictionary } from '../../../server/src/corpus/disk/terms.ts';
import { WordPairs } from '../../../server/src/corpus/disk/wordPairs.ts';
import { desk, sync } from './folder.ts';

const WORDS = ['the', 'old', 'mill', 'bridge', 'nowhere'] as const;

async function stored(t: TestContext): Promise<{ readonly segments: Segments; readonly postings: Postings }> {
  const { write, request } = desk(t, 0);
  write('1.txt', 'The old mill stood by the old bridge. The mill, the mill! Old, old was the bridge.\n');
  write('2.txt', 'The bridge was old.\n\nThe old mill bridge fell; the old, old mill did not.\n');
  await sync(request);
  const database = openDatabase(request.path, 'existing');
  t.after(() => database.close());
  const segments = new Segments(database);
  segments.refresh();
  return { segments, postings: new Postings(database, segments, new TermDictionary(database)) };
}

test('places of pairs are those of the first word that have the second behind them', async (t) => {
  const { segments, postings } = await stored(t);
  const pairs = new WordPairs(postings);
  const found = new Map<string, number>();
  // The second round is answered from what was kept.
  for (let round = 0; round < 2; round += 1) {
    for (const segment of segments.all) {
      for (const [word, next] of WORDS.flatMap((one) => WORDS.map((other) => [one, other] as const))) {
        const [first, second] = [word, next].map((each) => [
          ...postings.listOf(segment, KIND.word + each, segment.words),
        ]);
        const expected = (first ?? []).filter((place) => second?.includes(place + 1));
        assert.deepEqual([...pairs.placesOf(segment, word, next)], expected, `${word} ${next}`);
        found.set(`${word} ${next}`, (found.get(`${word} ${next}`) ?? 0) + expected.length);
      }
    }
  }
  // Found in both rounds: of a rarer first word, a rarer second word, and a word twice.
  assert.deepEqual([found.get('old mill'), found.get('the bridge'), found.get('old old')], [6, 4, 4]);
});
