/** Files made of pasted articles: what is proposed, what is written, and that the server reads it back. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  isAddress,
  isDay,
  numbered,
  proposeForm,
  sourceFileName,
  sourceFileText,
} from '../../../client/src/sources/sourceFile.ts';
import { readFrontMatter } from '../../../server/src/text/frontMatter.ts';

const PASTED = `
https://example.org/storm
# Ferry strikes reef off Hallin Point
Gulf Wire · 2020-01-03

Sixteen people died on 2019-12-30.
`;

describe('what is proposed of a pasted text', () => {
  it('is its first line, the first date and an address of its head', () => {
    assert.deepEqual(proposeForm(PASTED), {
      title: 'Ferry strikes reef off Hallin Point',
      outlet: '',
      date: '2020-01-03',
      url: 'https://example.org/storm',
    });
  });

  it('is no title where the first line is a paragraph, and no date that no calendar has', () => {
    const { title, date } = proposeForm(`${'word '.repeat(60)}\n2020-02-31\n`);
    assert.deepEqual([title, date], ['', '']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof proposeForm(text).title === 'string'),
    );
  });
});

describe('days and addresses', () => {
  it('are told from what only looks like them', () => {
    assert.deepEqual(['2020-02-29', '2021-02-29', '2020-13-01', '2020-1-1', ''].map(isDay), [
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(
      ['https://example.org/a', 'javascript:alert(1)', 'https://a b', 'example.org'].map(isAddress),
      [true, false, false, false],
    );
  });
});

describe('the file of a pasted text', () => {
  it('has what is known as front matter', () => {
    const form = { title: 'Storm: "16 dead"', outlet: 'Gulf Wire', date: '2020-01-03', url: '' };
    assert.equal(
      sourceFileText(form, 'Sixteen died.\r\nMore soon.\r\n'),
      '---\ntitle: \'Storm: "16 dead"\'\noutlet: Gulf Wire\ndate: 2020-01-03\n---\n\nSixteen died.\nMore soon.\n',
    );
  });

  it('is read back by the server as it was filled in, whatever was filled in', () => {
    const line = fc
      .string({ minLength: 1 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(line, line, (title, outlet) => {
        const text = sourceFileText({ title, outlet, date: '', url: '' }, 'Words.');
        assert.deepEqual(readFrontMatter(text)?.fields, { title, outlet });
      }),
    );
  });

  it('has a name that every file system takes', () => {
    const form = { title: 'Ça va? 16 dead / 38 missing', outlet: 'Gulf Wire', date: '2020-01-03', url: '' };
    assert.equal(sourceFileName(form), '2020-01-03-gulf-wire-ca-va-16-dead-38-missing');
    assert.equal(sourceFileName({ title: '…', outlet: '', date: '', url: '' }), 'source');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = sourceFileName({ title, outlet: '', date: '', url: '' });
        assert.match(name, /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u);
        assert.ok(name.length <= 80 && !name.endsWith('-'));
      }),
    );
  });

  it('takes the next number where its name is taken', () => {
    assert.deepEqual(
      [1, 2, 3].map((count) => numbered('storm.v1.md', count)),
      ['storm.v1.md', 'storm.v1-2.md', 'storm.v1-3.md'],
    );
    assert.equal(numbered('LICENSE', 2), 'LICENSE-2');
    assert.equal(numbered('.notes', 2), '.notes-2');
  });
});
