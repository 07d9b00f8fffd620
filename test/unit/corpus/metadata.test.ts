/** Metadata of an article: from front matter, date marker, file name, dateline and first sentence, in that order. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ArticleMetadata } from '../../../server/src/corpus/article.ts';
import { articleMetadata, readFileName, readHeader } from '../../../server/src/corpus/metadata.ts';

/** The metadata of a text without furniture, named `name`. */
function metadata(name: string, text: string): ArticleMetadata {
  const { end, stated } = readHeader(text);
  return articleMetadata(stated, name, text, end < text.length ? [{ start: end, end: text.length }] : []);
}

suite('front matter', () => {
  test('states everything', () => {
    const text = [
      '---',
      'title:  The   tram opens ',
      'outlet: Port Elwin Herald',
      'author: [Ada Quill, Ben Roe]',
      'date: 3 May 2019',
      'url: https://herald.example/tram',
      '---',
      'Text.',
    ].join('\n');
    assert.deepEqual(metadata('2020-01-01_other_name.md', text), {
      title: 'The tram opens',
      outlet: 'Port Elwin Herald',
      author: 'Ada Quill, Ben Roe',
      published: '2019-05-03',
      url: 'https://herald.example/tram',
    });
  });

  test('values of another kind count as missing', () => {
    const text =
      '---\ntitle: {a: 1}\noutlet: [x]\nauthor: 7\ndate: soon\nurl: "javascript:alert(1)"\n---\nThe tram opened.';
    assert.deepEqual(metadata('2019-05-04-tram.md', text), {
      title: 'The tram opened.',
      outlet: null,
      author: null,
      published: '2019-05-04',
      url: null,
    });
  });

  test('a title may be a number', () => {
    assert.equal(metadata('a.md', '---\ntitle: 1984\n---\nText.').title, '1984');
  });
});

suite('date marker', () => {
  test('gives the date and is no prose', () => {
    const text = ' date 2020-01-01 The tram opened.';
    const { end, stated } = readHeader(text);
    assert.equal(text.slice(end), 'The tram opened.');
    assert.equal(stated.published, '2020-01-01');
  });

  test('may follow front matter, which comes first', () => {
    const text = '---\ndate: 2019-05-03\n---\n date 2020-01-01 The tram opened.';
    assert.equal(readHeader(text).stated.published, '2019-05-03');
    assert.equal(text.slice(readHeader(text).end), 'The tram opened.');
  });

  test('is only one at the start, with a whole date', () => {
    for (const text of ['The date 2020-01-01 was set.', 'date 2020-01-012', 'Date: unknown']) {
      assert.equal(readHeader(text).end, 0, text);
    }
  });
});

suite('file names', () => {
  const cases: Readonly<
    Record<string, readonly [published: string | null, outlet: string | null, words: string]>
  > = {
    '2020-01-01_gulf-wire_embassy-breached.txt': ['2020-01-01', 'Gulf Wire', 'gulf wire embassy breached'],
    '2020-01-01 - Gulf Wire - Embassy.txt': ['2020-01-01', 'Gulf Wire', 'Gulf Wire Embassy'],
    '20200101_gulf-wire.txt': ['2020-01-01', 'Gulf Wire', 'gulf wire'],
    'gulf-wire-2020-01-01.txt': ['2020-01-01', 'Gulf Wire', 'gulf wire'],
    '2020-01-01-gulf-wire-embassy.txt': ['2020-01-01', null, 'gulf wire embassy'],
    '2020-01-01.txt': ['2020-01-01', null, ''],
    'embassy_breached.txt': [null, null, 'embassy breached'],
    '2020-13-41-embassy.txt': [null, null, '2020 13 41 embassy'],
    '000_71816166bc60cc78.txt': [null, null, '000 71816166bc60cc78'],
  };
  for (const [name, [published, outlet, words]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(readFileName(name), { published, outlet, words }));
  }
});

suite('titles from the first sentence', () => {
  const title = (text: string): string => metadata('a-name.txt', text).title;

  test('a headline on a line of its own', () => {
    assert.equal(title('Tram opens\n\nThe tram opened on Monday. It is red.'), 'Tram opens');
  });

  test('a long sentence is cut between words, without the mark that leads on', () => {
    const text =
      'The tram that the city had waited for since the old one was scrapped in 1958, and that many';
    const cut = title(text);
    assert.equal(cut, 'The tram that the city had waited for since the old one was scrapped in 1958…');
  });

  test('a sentence without blanks is cut too, never within a character', () => {
    assert.equal(title(`x${'😀'.repeat(60)}`), `x${'😀'.repeat(39)}…`);
  });

  test('a dateline names the outlet and is no title', () => {
    const found = metadata('a.txt', 'BAGHDAD (Gulf Wire) - The guards held the gate. They stayed.');
    assert.equal(found.title, 'The guards held the gate.');
    assert.equal(found.outlet, 'Gulf Wire');
  });

  test('without a sentence the file name serves', () => {
    assert.equal(title(''), 'a name');
  });
});
