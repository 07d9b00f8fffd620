/** What is prose in a plain-text draft. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { showProse } from './showProse.ts';

const plain = (text: string): readonly string[] => showProse('plaintext', text);

test('paragraphs are parted by blank lines and keep wrapped lines together', () => {
  assert.deepEqual(plain('\n\nOne 11\ntwo.\r\n \r\nThree 12.\n'), [
    'paragraph: One 11\ntwo.',
    'paragraph: Three 12.',
  ]);
});

test('without wrapping each line is a paragraph', () => {
  const long = `${'Word '.repeat(30)}750.`;
  assert.deepEqual(plain(`${long}\nNext 13.\n`), [`paragraph: ${long}`, 'paragraph: Next 13.']);
});

test('list markers are no figures', () => {
  assert.deepEqual(plain('1. One 14\n   wrapped\n2) Two\n\n- a 15\n- b\n'), [
    'listItem: One 14\n   wrapped',
    'listItem: Two',
    'listItem: a 15',
    'listItem: b',
  ]);
});

test('a figure that wraps to the start of a line stays a figure', () => {
  assert.deepEqual(plain('They counted\n16. Then they left.\n'), [
    'paragraph: They counted\n16. Then they left.',
  ]);
});

test('a numbered heading', () => {
  assert.deepEqual(plain('2.3 Findings\n\n2.3 Findings were made in all.\n'), [
    'heading: Findings',
    'paragraph: 2.3 Findings were made in all.',
  ]);
});

test('addresses and citation keys are holes, markup is text', () => {
  assert.deepEqual(plain('See https://x.example/17, [@key18] and `19` or **20**.'), [
    'paragraph: See ····················, ········ and `19` or **20**.'.replace(
      '····················',
      '·'.repeat(20),
    ),
  ]);
});

test('a language goes by the id of an editor or the ending of a file, and an unknown one is plain text', () => {
  const named = {
    markdown: 'MD gfm',
    quarto: 'QMD rmd quarto',
    mdx: 'mdx',
    latex: 'latex tex',
    typst: 'typ typst',
  };
  const more = { asciidoc: 'adoc asciidoc', restructuredtext: 'rst', html: 'htm HTML', plaintext: 'txt log' };
  for (const [language, ids] of Object.entries({ ...named, ...more })) {
    for (const id of ids.split(' ')) assert.equal(readDraft('d', id, '').language, language, id);
  }
});

test('empty text has no prose', () => {
  for (const text of ['', '\n\n', ' \t\r\n', '1. \n']) assert.deepEqual(plain(text), [], text);
});
