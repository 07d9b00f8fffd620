/** The quote index in memory: what it finds, and that articles come and go. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { QuotePassage } from '../../../server/src/corpus/index/quoteCorpus.ts';
import { createQuoteIndex, createQuoteSample } from '../../../server/src/corpus/index/quoteMemoryIndex.ts';
import { normalWords } from '../../../server/src/text/normalise.ts';
import { spellingKey } from '../../../server/src/text/spelling.ts';
import { article } from './article.ts';

function keys(text: string): string[] {
  return normalWords(text).map((word) => spellingKey(word.norm));
}

function shown(passages: readonly QuotePassage[] | undefined): string[] {
  return (passages ?? []).map(
    ({ article: { article: one }, start, end }) => `${one.id}: ${one.text.slice(start, end)}`,
  );
}

async function phrase(index: ReturnType<typeof createQuoteIndex>, text: string): Promise<string[]> {
  const [found] = await index.passages([{ words: keys(text), mode: 'phrase', limit: 5 }]);
  return shown(found);
}

describe('a phrase', () => {
  const index = createQuoteIndex();
  index.put(article('The old ferry left the southern pier at noon.', 'a'));
  index.put(article('The neighbours’ ferry left the northern pier. At noon the old ferry came.', 'b'));

  test('is found with its place', async () => {
    assert.deepEqual(await phrase(index, 'ferry left the southern pier'), [
      'a: ferry left the southern pier',
    ]);
  });

  test('is found in every article that has it', async () => {
    assert.deepEqual(await phrase(index, 'the old ferry'), ['a: The old ferry', 'b: the old ferry']);
  });

  test('is found in another spelling', async () => {
    assert.deepEqual(await phrase(index, 'the neighbors’ ferry'), ['b: The neighbours’ ferry']);
  });

  test('does not run from one article into the next', async () => {
    assert.deepEqual(await phrase(index, 'at noon the neighbours'), []);
  });

  test('with a word that no article has is nowhere', async () => {
    assert.deepEqual(await phrase(index, 'the old submarine'), []);
    assert.deepEqual(await phrase(index, ''), []);
  });
});

describe('near words', () => {
  const filler = (seed: number): string =>
    Array.from(
      { length: 400 },
      (_, i) => ['the', 'crew', 'of', 'a', 'pier', 'said', 'it', 'will', 'stay'][(i * seed) % 9],
    ).join(' ');

  test('find a changed quote among articles of the same words', async () => {
    const index = createQuoteIndex();
    for (let i = 1; i <= 200; i += 1) index.put(article(filler(i), `filler-${i}`));
    index.put(article(`${filler(5)}. It will stay at the pier until spring. ${filler(7)}`, 'wanted'));
    const words = keys('It would stay at the pier until autumn');
    const [found] = await index.passages([{ words, mode: 'near', limit: 3 }]);
    assert.equal(found?.[0]?.article.article.id, 'wanted');
    assert.match(shown(found)[0] ?? '', /It will stay at the pier until spring/);
  });

  test('find nothing in an empty index', async () => {
    assert.deepEqual(await createQuoteIndex().passages([{ words: ['ferry'], mode: 'near', limit: 3 }]), [[]]);
  });
});

describe('articles', () => {
  test('are laid out anew once where half of them went', async () => {
    const asked = keys('left the southern pier');
    const index = createQuoteSample(new Map(asked.map((word) => [word, 12])), 1000);
    let loads = 0;
    const ids = Array.from({ length: 12 }, (_, at) => String.fromCharCode(97 + at));
    for (const id of ids) {
      const one = article(
        `The old ferry ${id} left the southern pier at noon, and ${'the crew of it '.repeat(12)}`,
        id,
      );
      const load = (): typeof one => {
        loads += 1;
        return one;
      };
      index.putKeys({ id, keys: keys(one.article.text), load });
    }
    const gone = ids.splice(0, 7);
    for (const id of gone) index.remove(id);
    assert.equal(loads, ids.length);
    assert.deepEqual(
      shown(index.find({ words: asked, mode: 'phrase', limit: 20 })),
      ids.map((id) => `${id}: left the southern pier`),
    );
  });

  test('that were removed are not found', async () => {
    const index = createQuoteIndex();
    index.put(article('The old ferry left.', 'a'));
    index.put(article('The old ferry left.', 'b'));
    index.remove('a');
    index.remove('unknown');
    assert.deepEqual(await phrase(index, 'old ferry'), ['b: old ferry']);
  });

  test('that were put again are found as they are now', async () => {
    const index = createQuoteIndex();
    index.put(article('The old ferry left.', 'a'));
    index.put(article('The new ferry left.', 'a'));
    assert.deepEqual(await phrase(index, 'old ferry'), []);
    assert.deepEqual(await phrase(index, 'new ferry'), ['a: new ferry']);
  });

  test('that change again and again are found among their old selves', async () => {
    const index = createQuoteIndex();
    for (let i = 0; i < 200; i += 1)
      index.put(article(`Pier ${i} was closed for the whole of the winter.`, `pier-${i}`));
    for (let i = 0; i < 90; i += 1)
      index.put(article('The old grey ferry left the southern pier at noon.', 'a'));
    assert.deepEqual(await phrase(index, 'old grey ferry'), ['a: old grey ferry']);
    const [near] = await index.passages([
      { words: keys('old green ferry left the pier'), mode: 'near', limit: 3 },
    ]);
    assert.equal(near?.[0]?.article.article.id, 'a');
  });

  test('are found after many came and went', async () => {
    const index = createQuoteIndex();
    for (let i = 0; i < 300; i += 1) {
      index.put(article(`Ferry number ${i} left the pier at noon and never came back.`, `a${i}`));
      if (i >= 10) index.remove(`a${i - 10}`);
    }
    assert.deepEqual(await phrase(index, 'ferry number 295'), ['a295: Ferry number 295']);
    assert.deepEqual(await phrase(index, 'ferry number 5'), []);
    const [near] = await index.passages([{ words: keys('ferry number 299 left'), mode: 'near', limit: 20 }]);
    assert.ok((near ?? []).every(({ article: { article: one } }) => Number(one.id.slice(1)) >= 290));
  });
});

test('of a thousand articles alike those with the first ids are found, in whatever order they came', async () => {
  const index = createQuoteIndex();
  const before = 'It rained. '.repeat(30);
  for (let turn = 0; turn < 1_000; turn += 1) {
    const id = String((turn * 617) % 1_000).padStart(3, '0');
    index.put(article(`${before}The old ferry left the southern pier at noon. ${before}`, id));
  }
  const [found] = await index.passages([
    { words: keys('the old ferry left a pier'), mode: 'near', limit: 4 },
  ]);
  assert.deepEqual(
    found?.map((passage) => passage.article.article.id),
    ['000', '001', '002', '003'],
  );
});
