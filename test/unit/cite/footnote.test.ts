/** Footnotes: where the reference goes, what the note says, and that an article has one note. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { footnoteBody, footnoteEdits, type Source } from '../../../server/src/cite/footnote.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

const POST: Source = {
  title: 'Volunteers leave for the valley',
  outlet: 'Harrow Valley Post',
  published: '2021-03-09',
  url: 'https://example.org/valley?a=1&b=2',
};
const NOTE =
  'Volunteers leave for the valley. *Harrow Valley Post*, 9 March 2021. <https://example.org/valley?a=1&b=2>';

/** The draft with `sentence` cited, or null when there is nothing to do. */
function cited(text: string, sentence: string, source = POST, language = 'markdown'): string | null {
  const start = text.indexOf(sentence);
  assert.notEqual(start, -1);
  const draft = readDraft('draft', language, text);
  const edits = footnoteEdits(draft, { start, end: start + sentence.length }, source);
  if (edits === null) return null;
  const later = edits.toSorted((a, b) => b.start - a.start);
  return later.reduce((all, edit) => all.slice(0, edit.start) + edit.newText + all.slice(edit.end), text);
}

describe('a footnote', () => {
  it('is referred to after the sentence and stands at the end', () => {
    const text = '# News\n\nThey sent 750. More will follow.\n';
    assert.equal(
      cited(text, 'They sent 750.'),
      `# News\n\nThey sent 750.[^1] More will follow.\n\n[^1]: ${NOTE}\n`,
    );
  });

  it('takes the next free number and joins the other notes', () => {
    const text = 'One.[^3] They sent 750.\n\n[^3]: Somewhere else.';
    assert.equal(
      cited(text, 'They sent 750.'),
      `One.[^3] They sent 750.[^4]\n\n[^3]: Somewhere else.\n[^4]: ${NOTE}\n`,
    );
  });

  it('avoids numbers of references whose note is not written yet', () => {
    assert.match(cited('One.[^7] Two.', 'Two.') ?? '', /^One\.\[\^7\] Two\.\[\^8\]\n\n\[\^8\]: /);
  });

  it('is used again for the same article', () => {
    const text = `One.[^1] Two.\n\n[^1]: ${NOTE}\n`;
    assert.equal(cited(text, 'Two.'), `One.[^1] Two.[^1]\n\n[^1]: ${NOTE}\n`);
  });

  it('is used again when it was written by hand with the same address', () => {
    const text = 'Two.\n\n[^post]: The Post, see https://example.org/valley?a=1&b=2 (March).\n';
    assert.equal(cited(text, 'Two.'), text.replace('Two.', 'Two.[^post]'));
  });

  it('is not used for another article whose address begins like it', () => {
    const text = 'Two.\n\n[^1]: https://example.org/valley?a=1&b=23\n';
    assert.match(cited(text, 'Two.') ?? '', /^Two\.\[\^2\]/);
  });

  it('is not offered where the sentence cites the article already', () => {
    const text = `One.[^1] Two.\n\n[^1]: ${NOTE}\n`;
    assert.equal(cited(text, 'One.'), null);
    const inside = `They sent 750[^1] men.\n\n[^1]: ${NOTE}\n`;
    assert.equal(cited(inside, 'They sent 750[^1] men.'), null);
  });

  it('comes after the references the sentence has', () => {
    const text = 'One.[^a][^b] Two.\n\n[^a]: A.\n\n[^b]: B.\n';
    assert.match(cited(text, 'One.') ?? '', /^One\.\[\^a\]\[\^b\]\[\^1\] Two\./);
  });

  it('comes after the markup that closes with the sentence', () => {
    assert.match(
      cited('**They sent 750.** More.', 'They sent 750.') ?? '',
      /^\*\*They sent 750\.\*\*\[\^1\] More/,
    );
  });

  it('keeps the line breaks of the draft', () => {
    assert.equal(cited('One.\r\nTwo.\r\n', 'One.'), `One.[^1]\r\nTwo.\r\n\r\n[^1]: ${NOTE}\r\n`);
  });

  it('is for Markdown only', () => {
    assert.equal(cited('They sent 750.', 'They sent 750.', POST, 'plaintext'), null);
  });
});

describe('the text of a footnote', () => {
  it('leaves out what is not known', () => {
    const bare = { title: 'Who was there?', outlet: null, published: null, url: null };
    assert.equal(footnoteBody(bare), 'Who was there?');
    assert.equal(footnoteBody({ ...bare, title: 'Notes' }), 'Notes.');
    assert.equal(footnoteBody({ ...bare, published: '2020-01-01' }), 'Who was there? 1 January 2020.');
    assert.equal(footnoteBody({ ...bare, outlet: 'Post' }), 'Who was there? *Post*.');
  });

  it('takes the words of an article for words', () => {
    const hostile = {
      ...POST,
      title: '[a](b)\n\n# <b>x</b> www.evil.example *y*',
      outlet: '_z_`',
      url: 'javascript:alert(1)',
    };
    const body = footnoteBody(hostile);
    assert.equal(body.includes('\n'), false);
    assert.equal(body.includes('javascript'), false);
    assert.match(body, /\\\[a]\\?\(b\)/);
    assert.match(body, /\\<b>x\\?<\/b>/);
    assert.match(body, /\\\*y\\?\*/);
  });
});
