/** Readings: what a draft reads as, and where each of its words is written. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeProse } from '../../../server/src/draft/escape.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { readingOf } from '../../../server/src/draft/reading.ts';

/** The blocks of the reading with holes as `·`. */
function reads(language: string, text: string): readonly string[] {
  const draft = readDraft('draft', language, text);
  const read = readingOf(draft)?.draft ?? draft;
  return read.blocks.map((block) => {
    const shown = read.text.slice(block.start, block.end).split('');
    for (const hole of block.holes) shown.fill('·', hole.start - block.start, hole.end - block.start);
    return shown.join('');
  });
}

/** What is written in the draft for the first `words` of its reading. */
function written(language: string, text: string, words: string): string {
  const draft = readDraft('draft', language, text);
  const reading = readingOf(draft);
  assert.ok(reading !== null);
  const start = reading.draft.text.indexOf(words);
  assert.notEqual(start, -1, words);
  const span = reading.toSource({ start, end: start + words.length });
  return text.slice(span.start, span.end);
}

describe('a draft reads', () => {
  it('with accents, quotation marks, spaces and numbers of LaTeX', () => {
    assert.deepEqual(reads('latex', "``Caf\\'e'' --- M{\\\"u}ller, \\c{c}a, na\\\"\\i ve, \\ss{} \\o re"), [
      '“Café” — Müller, ça, naïve, ß øre',
    ]);
    assert.deepEqual(
      reads('latex', '5\\,000 5{,}000 50\\% \\$5 10~km $5.5$ \\SI{5}{\\kilo\\metre\\per\\hour}'),
      ['5\u202f000 5,000 50% $5 10\u00a0km 5.5 5 kilometre per hour'],
    );
  });

  it('with quotations, escapes and spaces of Typst', () => {
    assert.deepEqual(reads('typst', '#quote[We #quote[go]] 10~km \\#5 --- \\u{e9}'), [
      '“We ‘go’” 10\u00a0km #5 — é',
    ]);
  });

  it('with attributes and quotation marks of AsciiDoc, substitutions of reStructuredText, entities of HTML', () => {
    assert.deepEqual(reads('asciidoc', ':count: 750\n\n{count} people "`left`"{nbsp}now'), [
      '750 people “left”\u00a0now',
    ]);
    assert.deepEqual(reads('restructuredtext', '.. |n| replace:: 750\n\n|n| *people* H\\ :sub:`2`\\ O'), [
      '750 people H2O',
    ]);
    assert.deepEqual(reads('html', '<p>Caf&eacute; &ldquo;A&amp;B&rdquo; 5&nbsp;km <b>7</b>50'), [
      'Café “A&B” 5\u00a0km 750',
    ]);
    assert.deepEqual(reads('markdown', 'Caf&eacute; &#8220;we&#8221;'), ['Café “we”']);
  });

  it('as it is written where nothing stands for anything else', () => {
    assert.equal(readingOf(readDraft('draft', 'latex', 'Just words.')), null);
  });
});

describe('the words of a reading are found', () => {
  it('without the marks around them, and with those within', () => {
    const text = "The \\textbf{caf\\'e} sold \\emph{5}\\,\\emph{000} in `it' and 50\\%.";
    assert.equal(written('latex', text, 'café'), "caf\\'e");
    assert.equal(written('latex', text, 'The'), 'The');
    assert.equal(written('latex', text, '50%'), '50\\%');
    assert.equal(written('latex', text, '‘it’'), "`it'");
    assert.equal(written('latex', text, '5\u202f000'), '5}\\,\\emph{000');
  });

  it('at the edges of the draft', () => {
    assert.equal(written('latex', '\\%', '%'), '\\%');
    assert.equal(written('html', '&eacute;', 'é'), '&eacute;');
  });
});

describe('corrections are written', () => {
  it('with the escapes of the language', () => {
    const words = '50% of $5 & #1, a_b';
    assert.equal(writeProse('latex', words), '50\\% of \\$5 \\& \\#1, a\\_b');
    assert.equal(writeProse('typst', words), '50% of \\$5 & \\#1, a\\_b');
    assert.equal(writeProse('html', words), '50% of $5 &amp; #1, a_b');
    assert.equal(writeProse('markdown', words), words);
    assert.equal(writeProse('latex', '10\u00a0km'), '10~km');
  });

  it('so that they read as they were meant', () => {
    const words = 'A {5}% of $6 & #7, a_b * ~^ @ | <x> \\';
    for (const language of ['latex', 'typst', 'html', 'restructuredtext'] as const) {
      assert.deepEqual(
        reads(language, `Some ${writeProse(language, words)} now`),
        [`Some ${words} now`],
        language,
      );
    }
  });
});
