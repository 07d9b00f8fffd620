/** Changes of quotes: takes a quotation as printed and makes of it what a careless or a crooked writer would. */

import { normalWords } from '../../server/src/text/normalise.ts';

/** A source of numbers in [0, 1) that gives the same ones for the same seed (mulberry32, Ettinger 2017). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const CHANGES = [
  'substitute one',
  'substitute two or three',
  'insert',
  'delete',
  'reorder',
  'drop a negation',
  'swap a name',
  'change a number',
  'elide a negation',
] as const;
export type Change = (typeof CHANGES)[number];

/** A run of words of a quotation with the marks that stand at them, as split by blanks. */
type Words = readonly string[];

const NEGATION = /^(?:not|no|never|nothing|nobody|none|neither)\W*$/i;
const CONTRACTED = /n['’]t(\W*)$/i;
const NUMBER = /^\W*\d[\d,.]*\W*$/;
const NAME = /^\p{Lu}\p{Ll}{2,}\W*$/u;

/** The changed quotation, or null when it holds nothing that this change could be made of. */
export function change(
  quote: string,
  kind: Change,
  others: readonly string[],
  random: Random,
): string | null {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  const changed = changedWords(words, kind, others, random);
  if (changed === null) return null;
  const result = changed.join(' ');
  return sameNorms(result, quote) ? null : result;
}

function sameNorms(a: string, b: string): boolean {
  const norms = (text: string): string =>
    normalWords(text)
      .map((word) => word.norm)
      .join(' ');
  return norms(a) === norms(b);
}

function changedWords(words: Words, kind: Change, others: readonly string[], random: Random): Words | null {
  switch (kind) {
    case 'substitute one':
      return substitute(words, 1, others, random);
    case 'substitute two or three':
      return words.length < 8 ? null : substitute(words, random() < 0.5 ? 2 : 3, others, random);
    case 'insert':
      return insertOne(words, others, random);
    case 'delete':
      return deleteOne(words, random);
    case 'reorder':
      return reorder(words, random);
    case 'drop a negation':
      return dropNegation(words, random);
    case 'swap a name':
      return swap(
        words,
        NAME,
        others.filter((word) => NAME.test(word)),
        random,
      );
    case 'change a number':
      return changeNumber(words, random);
    case 'elide a negation':
      return elideNegation(words, random);
  }
}

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Indices of the words that pass. The last one is left out where a change there would touch the closing mark. */
function indices(words: Words, passes: (word: string, index: number) => boolean): number[] {
  return words.flatMap((word, index) => (passes(word, index) ? [index] : []));
}

function isPlain(word: string): boolean {
  return /^\p{L}{3,}$/u.test(word);
}

function substitute(words: Words, count: number, others: readonly string[], random: Random): Words | null {
  const places = indices(words, isPlain);
  const fresh = others.filter((word) => /^\p{Ll}{3,}$/u.test(word) && !words.includes(word));
  if (places.length < count || fresh.length === 0) return null;
  const result = [...words];
  for (let done = 0; done < count; done += 1) {
    const place = places.splice(Math.floor(random() * places.length), 1)[0];
    if (place !== undefined) result[place] = pick(fresh, random) ?? '';
  }
  return result;
}

function insertOne(words: Words, others: readonly string[], random: Random): Words | null {
  const fresh = pick(
    others.filter((word) => /^\p{Ll}{3,}$/u.test(word)),
    random,
  );
  if (fresh === undefined || words.length < 2) return null;
  const at = 1 + Math.floor(random() * (words.length - 1));
  return [...words.slice(0, at), fresh, ...words.slice(at)];
}

const ELLIPSIS = /\.\.|…/;

/**
 * An inner word goes: without its first or last word a quotation is a shorter one and still word for word, and so is
 * one without a word beside an ellipsis.
 */
function deleteOne(words: Words, random: Random): Words | null {
  const marked = (index: number): boolean => ELLIPSIS.test(words[index] ?? '');
  const at = pick(
    indices(words, (word, index) => {
      const inner = index > 0 && index < words.length - 1;
      return inner && isPlain(word) && !marked(index - 1) && !marked(index + 1);
    }),
    random,
  );
  return at === undefined ? null : words.filter((_, index) => index !== at);
}

function reorder(words: Words, random: Random): Words | null {
  const at = pick(
    indices(words, (word, index) => isPlain(word) && isPlain(words[index + 1] ?? '')),
    random,
  );
  if (at === undefined) return null;
  return [...words.slice(0, at), words[at + 1] ?? '', words[at] ?? '', ...words.slice(at + 2)];
}

function dropNegation(words: Words, random: Random): Words | null {
  const at = pick(
    indices(
      words,
      (word, index) =>
        index > 0 && index < words.length - 1 && (NEGATION.test(word) || CONTRACTED.test(word)),
    ),
    random,
  );
  if (at === undefined) return null;
  const word = words[at] ?? '';
  if (NEGATION.test(word)) return words.filter((_, index) => index !== at);
  const positive = word.replace(CONTRACTED, '$1').replace(/^ca$/i, 'can').replace(/^wo$/i, 'will');
  return words.map((one, index) => (index === at ? positive : one));
}

/** The words around a negation stay, and an ellipsis stands for it. */
function elideNegation(words: Words, random: Random): Words | null {
  const at = pick(
    indices(words, (word, index) => index > 2 && index < words.length - 3 && NEGATION.test(word)),
    random,
  );
  return at === undefined ? null : [...words.slice(0, at), '…', ...words.slice(at + 1)];
}

function swap(words: Words, pattern: RegExp, fresh: readonly string[], random: Random): Words | null {
  const at = pick(
    indices(words, (word, index) => index > 0 && pattern.test(word)),
    random,
  );
  const other = pick(
    fresh.filter((word) => !words.includes(word)),
    random,
  );
  if (at === undefined || other === undefined) return null;
  const tail = words[at]?.match(/\W*$/)?.[0] ?? '';
  return words.map((word, index) => (index === at ? other.replace(/\W*$/, '') + tail : word));
}

function changeNumber(words: Words, random: Random): Words | null {
  const at = pick(
    indices(words, (word) => NUMBER.test(word)),
    random,
  );
  if (at === undefined) return null;
  return words.map((word, index) =>
    index === at
      ? word.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10))
      : word,
  );
}
