/** Who speaks a quotation: the source beside it, and whom short names and pronouns mean. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findArticleQuotes } from '../../../server/src/claims/quote.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';

/** The speakers of the quotations of a text, each as `names (clarity)`. */
function speakers(text: string): string[] {
  const stretch = [{ start: 0, end: text.length }];
  return findArticleQuotes(text, stretch, splitSentences(text, stretch)).map(({ speech }) =>
    speech === null ? 'nobody' : [...speech.speakers.map(({ name }) => name), speech.clarity].join(', '),
  );
}

const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['after the quote', '“The ferry left,” Ines Calder said.', ['Ines Calder, named']],
  ['inverted', '“The ferry left,” said Ines Calder, one of the pilots.', ['Ines Calder, named']],
  ['before the quote', 'Ines Calder said: “The ferry left.”', ['Ines Calder, named']],
  ['told somebody', 'Ines Calder told reporters that “the ferry left”.', ['Ines Calder, named']],
  ['according to', 'According to Ines Calder, “the ferry left”.', ['Ines Calder, named']],
  ['according to, after', '“The ferry left,” according to Ines Calder.', ['Ines Calder, named']],
  ['a label', 'Calder: “The ferry left.” The pilot Ines Calder was there.', ['Ines Calder, named']],
  [
    'a title of several words',
    'US Secretary of State Ann Reyes said the raid was “a crime,” and left.',
    ['Ann Reyes, named'],
  ],
  ['a description in lower case', '“No,” foreign ministry spokesman Ali Musawi said.', ['Ali Musawi, named']],
  [
    'a description between commas',
    '“No,” Ed Brandt, chief of the pilots in the northern port, told Radio Meren.',
    ['Ed Brandt, named'],
  ],
  [
    'an apposition',
    'A spokesman for the guild, Ali Musawi, said the boats would “stay”.',
    ['Ali Musawi, named'],
  ],
  [
    'an adverbial before the subject',
    'Reacting to the storm, Mayor Tom Varga said he was “worried”.',
    ['Tom Varga, named'],
  ],
  ['a participle', 'Mayor Tom Varga praised the crews, saying they were “brave”.', ['Tom Varga, named']],
  [
    'quoted by somebody else',
    '“The tide was high,” Radio Meren quoted Ines Calder as saying.',
    ['Ines Calder, named'],
  ],
  [
    'two sources in a chain',
    'Ada Brandt said that Calder answered “no”. Ines Calder left.',
    ['Ines Calder, Ada Brandt, named'],
  ],
  [
    'a body',
    '“The tunnel opens,” the Transport Ministry said in a statement.',
    ['Transport Ministry, named'],
  ],
  [
    'a document passes words on',
    'Ines Calder promised that the guild “will pay,” the statement said.',
    ['Ines Calder, named'],
  ],
  ['a pronoun', 'Harbour master Ines Calder arrived. “The ferry left,” she said.', ['Ines Calder, inferred']],
  [
    'a pronoun over a paragraph',
    'Minister Joan Pell said the pier was safe.\n\n“We checked it,” she said.',
    ['Joan Pell, inferred'],
  ],
  [
    'the next quotation of the same speaker',
    '“We left,” Ines Calder said. “We came back.”',
    ['Ines Calder, named', 'Ines Calder, inferred'],
  ],
  ['an unnamed official', '“We left,” one official said.', ['unclear']],
  ['somebody’s mother', '“We left,” said Calder’s mother, Ada Brandt.', ['Ada Brandt, named']],
  ['the head of a body', 'The head of the Harbour Commission stated that “the pier is safe”.', ['unclear']],
  ['a passive', 'Calder was dubbed the “queen of the pier”.', ['nobody']],
  ['a title that holds a verb', 'Secretary of State Ann Reyes said it was “over”.', ['Ann Reyes, named']],
  ['another sentence in between', '“We left.” Nobody knows why. “It was late.”', ['nobody', 'nobody']],
  ['nothing beside it', 'They sprayed “Closed” on the gate.', ['nobody']],
];

describe('gives the words to', () => {
  for (const [name, text, expected] of CASES) {
    test(name, () => assert.deepEqual(speakers(text), expected));
  }
});

test('a quote interrupted by its speaker is one', () => {
  assert.deepEqual(speakers('“We left,” Ines Calder said, “because it was late.”'), ['Ines Calder, named']);
});

test('a partial quote and the answer to it are two', () => {
  const text =
    'When Brandt asked if it was “free from all that,” Calder replied, “No idea.” Ines Calder left.';
  assert.equal(speakers(text).length, 2);
});

test('a quote that runs over paragraphs is one', () => {
  assert.deepEqual(speakers('Ines Calder wrote: “We left.\n\n“It was late.”'), ['Ines Calder, named']);
});
