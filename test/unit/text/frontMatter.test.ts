/** Front matter and dates of publication as files write them. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFrontMatter } from '../../../server/src/text/frontMatter.ts';
import { toIsoDate } from '../../../server/src/text/isoDate.ts';

suite('front matter', () => {
  test('runs from the first line to the break of the closing line', () => {
    const text = '---\r\ntitle: A\r\ndate: 2020-01-01\r\n---\r\nText';
    const found = readFrontMatter(text);
    assert.equal(text.slice(found?.end), 'Text');
    assert.deepEqual(found?.fields, { title: 'A', date: '2020-01-01' });
  });

  test('may be empty, may end with full stops, may end the text', () => {
    assert.deepEqual(readFrontMatter('---\n---\n')?.fields, {});
    assert.equal(readFrontMatter('---\na: 1\n...\nb')?.end, 13);
    assert.equal(readFrontMatter('---\na: 1\n---')?.end, 12);
  });

  test('needs a closing line, a first line and something like YAML', () => {
    for (const text of [
      '---\na: 1\n',
      ' ---\na: 1\n---\n',
      '\n---\na: 1\n---\n',
      '---\n\nSome text.\n\n---\n',
      '----\na: 1\n----\n',
    ]) {
      assert.equal(readFrontMatter(text), null, text);
    }
  });

  test('broken YAML counts line by line as it looks', () => {
    const text = '---\ntitle: ‘We knew’: 680 jobs to go\noutlet: "Thornby Courier"\ndate: 2020-01-03\n---\n';
    assert.deepEqual(readFrontMatter(text)?.fields, {
      title: '‘We knew’: 680 jobs to go',
      outlet: 'Thornby Courier',
      date: '2020-01-03',
    });
  });

  test('YAML of another shape has no fields', () => {
    assert.deepEqual(readFrontMatter('---\n# only a comment\n---\n')?.fields, {});
  });

  test('aliases that would unfold to a huge text are not unfolded', () => {
    const levels = [...'bcdefghij'].map(
      (name, i) => `${name}: [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`,
    );
    const anchored = levels.map((line) => line.replace(/^(.): /, '$1: &$1 '));
    assert.equal(readFrontMatter(`---\na: &a [x]\n${anchored.join('\n')}\n---\n`)?.start, 0);
  });
});

suite('dates', () => {
  const cases: Readonly<Record<string, string | null>> = {
    '2020-01-31': '2020-01-31',
    ' 2020/01/31 ': '2020-01-31',
    '2020-01-31T23:59:59-08:00': '2020-01-31',
    '31 January 2020': '2020-01-31',
    'January 31, 2020': '2020-01-31',
    'Fri, 31 Jan 2020 08:00:00 GMT': '2020-01-31',
    '2020-02-30': null,
    '01/02/2020': null,
    'January 2020': null,
    yesterday: null,
    '': null,
  };
  for (const [written, date] of Object.entries(cases)) {
    test(written === '' ? 'nothing' : written, () => assert.equal(toIsoDate(written), date));
  }
});
