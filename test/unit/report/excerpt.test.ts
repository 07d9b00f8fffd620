/** Excerpts: carets stand under what is marked, whatever the width of the characters, and nothing hostile is printed. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { type ExcerptLine, excerptAround, excerptPassage } from '../../../server/src/report/excerpt.ts';

/** An excerpt around the words between `[[` and `]]`. */
function around(marked: string, width: number): ExcerptLine {
  const start = marked.indexOf('[[');
  const text = marked.replace('[[', '').replace(']]', '');
  const mark = { start, end: marked.indexOf(']]') - 2 };
  return excerptAround(text, { start: 0, end: text.length }, mark, width);
}

suite('one line around a mark', () => {
  test('a short line is shown whole', () => {
    assert.deepEqual(around('Some [[850]] soldiers.', 40), {
      text: 'Some 850 soldiers.',
      carets: '     ^^^',
    });
  });

  test('wide characters and emoji push the carets on', () => {
    assert.deepEqual(around('約[[850]]人 😀', 40), { text: '約850人 😀', carets: '  ^^^' });
    assert.deepEqual(around('👩‍👩‍👧 é̂ [[八五]]', 40), { text: '👩‍👩‍👧 é̂ 八五', carets: '     ^^^^' });
  });

  test('a tab is one blank above and below', () => {
    assert.deepEqual(around('a\tb\t[[850]]', 40), { text: 'a b 850', carets: '    ^^^' });
  });

  test('a long line is cut between words on both sides', () => {
    const { text, carets } = around(`${'before '.repeat(20)}[[850]]${' after'.repeat(20)}`, 40);
    assert.equal(text, '…before before 850 after after…');
    assert.equal(text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), '850');
  });

  test('a mark longer than the line is cut at its end', () => {
    const { text, carets } = around(`Said “[[${'word '.repeat(40)}end]]”.`, 30);
    assert.ok(text.endsWith('…') && stringWidth(text) <= 30, text);
    assert.ok(carets.includes('^^^^^^^'), carets);
  });

  test('a line of megabytes costs no more than its window', () => {
    const text = 'x '.repeat(5_000_000);
    const before = performance.now();
    excerptAround(text, { start: 0, end: text.length }, { start: 4_000_000, end: 4_000_003 }, 80);
    assert.ok(performance.now() - before < 500);
  });
});

suite('a passage', () => {
  test('wraps between words with carets under each mark', () => {
    const text = 'Some 750 soldiers and 12 planes left for the city of Kuwait.';
    const marks = [
      { start: 5, end: 8 },
      { start: 22, end: 24 },
    ];
    assert.deepEqual(excerptPassage(text, { start: 0, end: text.length }, marks, 26), [
      { text: 'Some 750 soldiers and 12', carets: '     ^^^              ^^' },
      { text: 'planes left for the city', carets: '' },
      { text: 'of Kuwait.', carets: '' },
    ]);
  });

  test('line breaks inside it are blanks', () => {
    const text = 'Some 750\r\n  soldiers';
    assert.deepEqual(excerptPassage(text, { start: 0, end: text.length }, [], 40), [
      { text: 'Some 750 soldiers', carets: '' },
    ]);
  });

  test('a long one starts at the first mark and says that it is cut', () => {
    const text = `${'before '.repeat(100)}750 ${'after '.repeat(100)}`;
    const at = text.indexOf('750');
    const lines = excerptPassage(text, { start: 0, end: text.length }, [{ start: at, end: at + 3 }], 40);
    assert.equal(lines.length, 4);
    assert.ok(lines[0]?.text.startsWith('…') && lines[0].carets.includes('^^^'), lines[0]?.text);
    assert.ok(lines[3]?.text.endsWith('…'));
  });
});

test('no control character of any text is printed, and no line is wider than asked', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u001b[31m', '\u009b2J', '\r', '\u0007', '\u202e', '\ud800', ' '),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
  });
  fc.assert(
    fc.property(
      hostile,
      fc.nat(),
      fc.nat({ max: 9 }),
      fc.integer({ min: 20, max: 60 }),
      (text, at, length, width) => {
        const start = text.length === 0 ? 0 : at % text.length;
        const mark = { start, end: Math.min(text.length, start + length) };
        const whole = { start: 0, end: text.length };
        for (const line of [
          excerptAround(text, whole, mark, width),
          ...excerptPassage(text, whole, [mark], width),
        ]) {
          assert.doesNotMatch(line.text, /[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
          assert.ok(
            stringWidth(line.text) <= width + 2,
            `${stringWidth(line.text)} > ${width}: ${line.text}`,
          );
        }
      },
    ),
  );
});
