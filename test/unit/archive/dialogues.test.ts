/** Dialogues: how many steps a question to an archive takes, and that a wrong guess costs one and changes nothing. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ArchiveError } from '../../../server/src/corpus/archive/archiveError.ts';
import { Counts } from '../../../server/src/corpus/archive/counts.ts';
import type { Dialogue, Step, Told } from '../../../server/src/corpus/archive/dialogue.ts';
import { hold } from '../../../server/src/corpus/archive/dialogue.ts';
import { readMentions, writeMentions } from '../../../server/src/corpus/archive/mentions.ts';
import { pack, unpack } from '../../../server/src/corpus/archive/packed.ts';
import { nearPassages } from '../../../server/src/corpus/archive/quotes.ts';
import type { Hit, SearchAnswer } from '../../../server/src/corpus/archive/search.ts';
import { sentencesFor } from '../../../server/src/corpus/archive/sentences.ts';
import { indexedNames } from '../../../server/src/corpus/index/knownNames.ts';
import { MOST_POSTINGS } from '../../../server/src/corpus/index/ranking.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';

const SENTENCES = 1_000_000;

function answer(...hits: readonly Hit[]): SearchAnswer {
  return { hits, total: hits.length, shards: 1, values: new Map() };
}

function sentence(article: string, at: number, ...keys: readonly string[]): Hit {
  return { source: undefined, columns: { article: [article], at: [at], 'keys.told': keys } };
}

/** Holds a dialogue with an archive in which tokens are as common as `common` says; tells its steps and its result. */
function held<T>(
  dialogue: Dialogue<T>,
  common: Readonly<Record<string, number>>,
  hits: readonly Hit[] = [],
): { readonly steps: readonly Step[]; readonly result: T } {
  const steps: Step[] = [];
  let next = dialogue.next();
  while (next.done !== true) {
    const step = next.value;
    steps.push(step);
    const told: Told = {
      answers: (step.searches ?? []).map(() => answer()),
      wholes: (step.wholes ?? []).map(() => []),
      sentences: (step.sentences ?? []).map(() => answer(...hits)),
      candidates: (step.candidates ?? []).map(() => answer()),
      articles: new Map(),
      counts: new Map((step.counts?.tokens ?? []).map((token) => [token, common[token] ?? 0])),
    };
    next = dialogue.next(told);
  }
  return { steps, result: next.value };
}

/** The tokens that the search for sentences of a step asks for, and those that it counts. */
function asked({ sentences = [], counts }: Step): readonly [readonly string[], readonly string[]] {
  const written = JSON.stringify(sentences);
  return [
    [...written.matchAll(/"value":"([^"]+)"/g)].map(([, token = '']) => token),
    [...(counts?.tokens ?? [])],
  ];
}

function query(...terms: readonly string[]) {
  return { terms: terms.map((term) => ({ term, weight: 1 })), limit: 5 };
}

const COMMON = { troop: 40, sent: 90, valley: 70, flood: 60, village: MOST_POSTINGS };

/** Counts that know the words of an earlier draft. */
function knowing(...tokens: readonly string[]): Counts {
  const counts = new Counts();
  held(sentencesFor(query(...tokens), counts, SENTENCES), COMMON);
  return counts;
}

describe('a question for sentences', () => {
  test('of words that nobody asked for is preceded by one for how common they are', () => {
    const { steps } = held(sentencesFor(query('troop', 'sent'), new Counts(), SENTENCES), COMMON);
    assert.deepEqual(steps.slice(0, 2).map(asked), [
      [[], ['troop', 'sent']],
      [['troop', 'sent'], []],
    ]);
  });

  test('of known words is one search', () => {
    const { steps } = held(sentencesFor(query('troop', 'sent'), knowing('troop', 'sent'), SENTENCES), COMMON);
    assert.deepEqual(steps.map(asked), [
      [['troop', 'sent'], []],
      [[], []],
    ]);
  });

  test('with a new word is one search with its count, where the word is as rare as was guessed', () => {
    const dialogue = sentencesFor(query('troop', 'sent', 'flood'), knowing('troop', 'sent'), SENTENCES);
    const hit = sentence('a.txt', 2, 'troop', 'flood');
    const { steps, result } = held(dialogue, COMMON, [hit, sentence('b.txt', 0, 'sent')]);
    assert.deepEqual(steps.map(asked), [
      [['flood', 'troop', 'sent'], ['flood']],
      [[], []],
    ]);
    assert.equal(result.frequencies.get('flood'), 60);
    assert.deepEqual(
      result.sentences.map(({ article, at }) => [article, at]),
      [
        ['a.txt', 2],
        ['b.txt', 0],
      ],
    );
  });

  test('with a word that stands nowhere is not asked again', () => {
    const dialogue = sentencesFor(query('troop', 'sent', 'qzxv'), knowing('troop', 'sent'), SENTENCES);
    assert.equal(held(dialogue, COMMON).steps.length, 2);
  });

  test('with a new word that is too common to be looked up is asked again without it', () => {
    const dialogue = sentencesFor(query('troop', 'sent', 'village'), knowing('troop', 'sent'), SENTENCES);
    assert.deepEqual(held(dialogue, COMMON).steps.map(asked), [
      [['village', 'troop', 'sent'], ['village']],
      [['troop', 'sent'], []],
      [[], []],
    ]);
  });

  test('guesses by the counts of the revision before, and counts anew', () => {
    const counts = knowing('troop', 'sent', 'village');
    counts.clear();
    const { steps, result } = held(sentencesFor(query('troop', 'village'), counts, SENTENCES), {
      ...COMMON,
      troop: 41,
    });
    assert.deepEqual(steps.map(asked), [
      [['troop'], ['troop', 'village']],
      [[], []],
    ]);
    assert.equal(result.frequencies.get('troop'), 41);
  });
});

describe('a question for what comes near a quote', () => {
  const near = (...words: readonly string[]) => ({ words, mode: 'near', limit: 3 }) as const;
  const common = { we: 9, will: 8, not: 7, leave: 6 };
  const WORDS = 5_000;

  /** Counts that know the words of an earlier quote. */
  function heard(...words: readonly string[]): Counts {
    const counts = new Counts();
    held(nearPassages(near(...words), counts, WORDS), common);
    return counts;
  }

  /** The phrases that the search for articles of a step asks for, and the tokens that it counts. */
  function sought({ candidates = [], counts }: Step): readonly [readonly string[], readonly string[]] {
    const phrases = [...JSON.stringify(candidates).matchAll(/"match_phrase":{"words":"([^"]+)"/g)];
    return [phrases.map(([, phrase = '']) => phrase), [...(counts?.tokens ?? [])]];
  }

  test('of words that nobody asked for is preceded by one for how common they are', () => {
    const { steps } = held(nearPassages(near('we', 'will'), new Counts(), WORDS), common);
    assert.deepEqual(steps.map(sought), [
      [[], ['we', 'will']],
      [['will', 'we', 'we will'], []],
      [[], []],
    ]);
  });

  test('of known words is one search, beside the others of its step', async () => {
    const counts = heard('we', 'will', 'not');
    const sizes: number[][] = [];
    await hold<unknown>(
      [
        nearPassages(near('we', 'will', 'not'), counts, WORDS),
        sentencesFor(query('troop'), knowing('troop'), SENTENCES),
      ],
      async ({ searches, sentences, candidates, articles }) => {
        sizes.push([candidates.length, sentences.length, articles.length]);
        return {
          answers: searches.map(() => answer()),
          wholes: [],
          sentences: sentences.map(() => answer()),
          candidates: candidates.map(() => answer()),
          articles: new Map(),
          counts: new Map(),
        };
      },
    );
    assert.deepEqual(sizes[0], [1, 1, 0]);
  });

  test('with a word that is half typed is one search with its count', () => {
    const dialogue = nearPassages(near('we', 'will', 'no'), heard('we', 'will', 'not'), WORDS);
    assert.deepEqual(held(dialogue, common).steps.map(sought), [
      [['will', 'we', 'we will'], ['no']],
      [[], []],
    ]);
  });

  test('with a new word that articles have is asked again', () => {
    const dialogue = nearPassages(near('we', 'will', 'leave'), heard('we', 'will', 'not'), WORDS);
    assert.deepEqual(held(dialogue, common).steps.map(sought), [
      [['will', 'we', 'we will'], ['leave']],
      [['leave', 'will', 'we', 'will leave', 'we will'], []],
      [[], []],
    ]);
  });
});

describe('what a document keeps', () => {
  test('of names comes back as it was', () => {
    const text =
      'Governor Tom Varga met J. R. Moussawi of the World Health Organization and McDonald in Port Elwin.';
    const [only] = splitSentences(text, [{ start: 0, end: text.length }]);
    assert.ok(only !== undefined);
    const names = indexedNames(text, only);
    assert.ok(names.length > 2 && names.some(({ title }) => title !== null));
    const read = readMentions(writeMentions(names), 'a.txt');
    for (const [at, { text, words, kind, title, titleSpan, start, end }] of names.entries())
      assert.partialDeepStrictEqual(read[at], {
        text,
        words,
        kind,
        title,
        titleSpan,
        start,
        end,
        article: 'a.txt',
      });
  });

  test('of an article comes back as it was, and a long one is left out', () => {
    const article = { entry: { id: 'a.txt' }, body: { text: 'Ünïcode “quotes” '.repeat(200) } };
    assert.deepEqual(unpack(pack(article) ?? ''), article);
    let noise = 7;
    const letters = Array.from({ length: 20_000 }, () => {
      noise = (noise * 48_271) % 2_147_483_647;
      return String.fromCharCode(97 + (noise % 26));
    });
    assert.equal(pack({ text: letters.join('') }), null);
  });

  test('is not taken where it is something else, however large it would be', () => {
    const bomb = pack({ text: ' '.repeat(5_000_000) });
    assert.ok(bomb !== null && bomb.length < 10_000);
    for (const packed of [bomb, '', 'AAAA', '{}', 'y0jNyclXSMxLUcgoTc5Wyk0sUlIoz8hMzkhNUUhRyE3MA4kBAA=='])
      assert.throws(() => unpack(packed), ArchiveError);
    for (const mentions of ['', 'bm90IGpzb24=', Buffer.from('[[1]]').toString('base64')])
      assert.throws(() => readMentions(mentions, 'a.txt'), ArchiveError);
  });
});
