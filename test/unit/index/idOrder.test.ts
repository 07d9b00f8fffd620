/** The order of ids: articles of several segments are compared by their ranks, and few ids are looked up. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { byId } from '../../../server/src/corpus/disk/idOrder.ts';
import { IndexWriter } from '../../../server/src/corpus/disk/indexWriter.ts';
import { type ArticlePlace, Segments } from '../../../server/src/corpus/disk/segments.ts';
import { contentOf, pathOf } from './backends.ts';

/** Articles, and how many of them go into a segment: enough for several looked-up ids in each. */
const COUNT = 4_000;
const IN_SEGMENT = 1_500;

/** The bounds of both, and both themselves. */
const MOST_LOOKED_UP = 6;

const idOf = (number: number): string => `paper-${(number * 7919) % COUNT}.txt`;

function filled(t: TestContext): { readonly segments: Segments; readonly replace: IndexWriter['replace'] } {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-ids-'));
  const database = openDatabase(join(folder, 'index.sqlite'), 'create');
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const writer = new IndexWriter(database);
  const files = Array.from({ length: COUNT }, (_, number) => {
    const [id, text] = [idOf(number), `It rained ${number} times.`];
    const facts = { title: id, outlet: null, author: null, published: null, url: null };
    return contentOf({ id, path: pathOf(id), ...facts, text, prose: [{ start: 0, end: text.length }] });
  });
  for (let at = 0; at < COUNT; at += IN_SEGMENT) writer.replace(files.slice(at, at + IN_SEGMENT));
  return { segments: new Segments(database), replace: writer.replace.bind(writer) };
}

/** The places of the articles that are there, some of each segment. */
function placesIn(segments: Segments): readonly ArticlePlace[] {
  segments.refresh();
  return Array.from({ length: COUNT }, (_, sentence) => segments.articleOfSentence(sentence)).flatMap(
    (place, at) => (at % 13 === 0 && place !== null && segments.idOf(place.number) !== '' ? [place] : []),
  );
}

/** Compares all pairs; how many ids were looked up for it. */
function compareAll(t: TestContext, segments: Segments): number {
  const places = placesIn(segments).map((place) => ({ place, id: segments.idOf(place.number) }));
  const lookUp = t.mock.method(segments, 'idOf');
  for (const one of places) {
    for (const other of places) {
      const expected = one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
      assert.equal(Math.sign(byId(segments, one.place, other.place)), expected, `${one.id} and ${other.id}`);
    }
  }
  const numbers = new Set(lookUp.mock.calls.map(({ arguments: [number] }) => number));
  lookUp.mock.restore();
  return numbers.size;
}

test('articles of several segments come in the order of their ids, of which few are looked up', (t) => {
  const { segments } = filled(t);
  compareAll(t, segments);
  assert.equal(segments.all.length, Math.ceil(COUNT / IN_SEGMENT));
  const [one, other] = [segments.articleOfSentence(1), segments.articleOfSentence(COUNT - 1)];
  assert.ok(one !== null && other !== null);
  const lookUp = t.mock.method(segments, 'idOf');
  byId(segments, one, other);
  assert.ok(lookUp.mock.callCount() <= MOST_LOOKED_UP);
});

test('they do when articles between them are gone', (t) => {
  const { segments, replace } = filled(t);
  const gone = Array.from({ length: COUNT }, (_, number) => number).filter((number) => number % 5 === 0);
  replace(
    [],
    gone.map((number) => pathOf(idOf(number))),
  );
  assert.ok(placesIn(segments).length < Math.ceil(COUNT / 13));
  compareAll(t, segments);
});
