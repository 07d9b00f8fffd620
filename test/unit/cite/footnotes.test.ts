/** Footnotes: where the reference goes, which label it takes, and that an article has one note. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CiteOptions, cite, POST, type TestSource, WIRE } from './citing.ts';

const NOTE =
  'Volunteers leave for the valley. *Harrow Valley Post*, 9 March 2021. <https://example.org/valley?a=1&b=2>';

async function cited(
  text: string,
  sentence: string,
  source: TestSource = POST,
  options: CiteOptions = {},
): Promise<string | null> {
  return (await cite(text, [[sentence, source]], { style: 'footnote', ...options }))?.text ?? null;
}

describe('a footnote', () => {
  it('takes the next free number and joins the other notes', async () => {
    const text = 'One.[^3] They sent 750.\n\n[^3]: Somewhere else.';
    assert.equal(
      await cited(text, 'They sent 750.'),
      `One.[^3] They sent 750.[^4]\n\n[^3]: Somewhere else.\n[^4]: ${NOTE}\n`,
    );
  });

  it('avoids numbers of references whose note is not written yet', async () => {
    assert.match((await cited('One.[^7] Two.', 'Two.')) ?? '', /^One\.\[\^7\] Two\.\[\^8\]\n\n\[\^8\]: /);
  });

  it('is used again for the same article', async () => {
    const text = `One.[^1] Two.\n\n[^1]: ${NOTE}\n`;
    assert.equal(await cited(text, 'Two.'), `One.[^1] Two.[^1]\n\n[^1]: ${NOTE}\n`);
  });

  it('is used again when it was written by hand with the same address, title or file', async () => {
    for (const note of [
      'The Post, see https://example.org/valley?a=1&b=2 (March).',
      'Harrow Valley Post, “Volunteers leave for the valley”, 2021.',
      'Own copy: post.md',
    ]) {
      const text = `Two.\n\n[^post]: ${note}\n`;
      assert.equal(await cited(text, 'Two.'), text.replace('Two.', 'Two.[^post]'), note);
    }
  });

  it('is not used for another article whose address begins like it', async () => {
    const text = 'Two.\n\n[^1]: https://example.org/valley?a=1&b=23\n';
    assert.match((await cited(text, 'Two.')) ?? '', /^Two\.\[\^2\]/);
  });

  it('is not written where the sentence cites the article already, in whatever style', async () => {
    const note = `\n\n[^1]: ${NOTE}\n`;
    for (const text of [
      `One.[^1]${note}`,
      `**One.**[^1]${note}`,
      'One ([Post](https://example.org/valley?a=1&b=2)).\n',
      'One (Harrow Valley Post, 9 March 2021).\n',
    ]) {
      assert.equal(await cited(text, text.slice(text.indexOf('One'), text.indexOf('.') + 1)), null, text);
    }
  });

  it('comes after the references the sentence has and the markup that closes with it', async () => {
    const text = 'One.[^a][^b] Two.\n\n[^a]: A.\n\n[^b]: B.\n';
    assert.match((await cited(text, 'One.')) ?? '', /^One\.\[\^a\]\[\^b\]\[\^1\] Two\./);
    assert.match(
      (await cited('**They sent 750.** More.', 'They sent 750.')) ?? '',
      /^\*\*They sent 750\.\*\*\[\^1\] More/,
    );
  });

  it('keeps the line breaks of the draft', async () => {
    assert.equal(await cited('One.\r\nTwo.\r\n', 'One.'), `One.[^1]\r\nTwo.\r\n\r\n[^1]: ${NOTE}\r\n`);
  });

  it('is not looked for in code', async () => {
    const text = `Two.\n\n\`\`\`\n[^1]: ${NOTE}\n\`\`\`\n`;
    assert.match((await cited(text, 'Two.')) ?? '', /^Two\.\[\^2\]\n[\s\S]*\n```\n\n\[\^2\]: Volunteers/);
  });

  it('moves to the first reference where its words must stand there', async () => {
    const text = 'One. Two.footnote:post[Volunteers leave for the valley. Harrow Valley Post.]';
    assert.equal(
      await cited(text, 'One.', POST, { language: 'asciidoc' }),
      'One.footnote:post[Volunteers leave for the valley. Harrow Valley Post.] Two.footnote:post[]',
    );
  });
});

describe('the words of an article', () => {
  const hostile: TestSource = {
    ...WIRE,
    id: 'hostile.md',
    title: '[a](b)\n\n# <b>x</b> www.evil.example *y* \\input{/etc} #eval("1") `z` |t|',
    outlet: '_z_`} ]]',
    url: 'javascript:alert(1)',
  };
  const corpus = [hostile];

  it('are nothing but words in a note of Markdown', async () => {
    const note = (await cited('One.', 'One.', hostile, { corpus }))?.split('[^1]: ')[1]?.trim() ?? '';
    assert.equal(note.includes('\n'), false);
    assert.equal(note.includes('javascript'), false);
    for (const mark of [/(?<!\\)\[/, /(?<!\\)<b>/, /(?<!\\)\*y/, /(?<!\\)`/]) assert.doesNotMatch(note, mark);
  });

  it('are nothing but words in the other languages', async () => {
    const forbidden: readonly (readonly [string, RegExp])[] = [
      ['latex', /\\input|(?<!\\)#|[^\\]\{\/etc/],
      ['typst', /(?<!\\)#eval|(?<!\\)`|\[a\]|(?<!\\)\[a/],
      ['asciidoc', /[[*_`#<]a|<b>|`z`|\]\]\]$/],
      ['restructuredtext', /(?<!\\)`|(?<!\\)\|t|(?<!\\)\*y/],
      ['html', /<b>/],
    ];
    for (const [language, mark] of forbidden) {
      const style = language === 'html' ? 'author-date' : 'footnote';
      const text = (await cited('One.', 'One.', hostile, { corpus, language, style })) ?? '';
      assert.notEqual(text, '');
      assert.doesNotMatch(text, mark, language);
      assert.equal(text.includes('javascript'), false, language);
    }
  });
});
