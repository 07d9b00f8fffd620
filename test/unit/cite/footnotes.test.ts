/** Footnotes: where the reference goes, which label it takes, and that an article has one note. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CiteOptions, cite, PAPER, POST, type TestSource, WIRE } from './citing.ts';

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

describe('a footnote to a page', () => {
  const page = (label: string): TestSource => ({ ...PAPER, locator: { kind: 'page', label } });
  const NOTE_4 = 'The state of the dams. *Office of Dams*, 2 May 2019, p. 4.';

  it('says it, and is used again for that page only', async () => {
    const text = 'One. Two. Three.';
    const requests = [
      ['One.', page('4')],
      ['Two.', page('7')],
      ['Three.', page('4')],
    ] as const;
    const once = await cite(text, requests, { style: 'footnote' });
    const notes = `[^1]: ${NOTE_4}\n[^2]: ${NOTE_4.replace('4', '7')}\n`;
    assert.equal(once?.text, `One.[^1] Two.[^2] Three.[^1]\n\n${notes}`);
    assert.equal(
      await cited(`${once?.text.replace('Three.[^1]', 'Three.[^1] Four.')}`, 'Four.', page('7')),
      `One.[^1] Two.[^2] Three.[^1] Four.[^2]\n\n${notes}`,
    );
  });

  it('is the one that says no page, where the draft has such a note', async () => {
    const text = 'Two.\n\n[^dams]: The state of the dams, Office of Dams, 2019.\n';
    assert.equal(await cited(text, 'Two.', page('7')), text.replace('Two.', 'Two.[^dams]'));
  });

  it('is any note of the source for a passage whose page is not told', async () => {
    const text = `Two.\n\n[^1]: ${NOTE_4}\n`;
    const nowhere: TestSource = { ...PAPER, locator: null };
    assert.equal(await cited(text, 'Two.', nowhere), text.replace('Two.', 'Two.[^1]'));
  });

  it('says it in the other languages, where a list of references does not', async () => {
    for (const language of ['latex', 'typst', 'asciidoc', 'restructuredtext']) {
      const note = (await cited('One.', 'One.', page('4'), { language })) ?? '';
      assert.match(note, /2 May 2019, p\. 4\./, language);
    }
    for (const language of ['asciidoc', 'restructuredtext']) {
      const list = (await cited('One.', 'One.', page('4'), { language, style: 'citekey' })) ?? '';
      assert.match(list, /2 May 2019\.\s*$/, language);
    }
  });

  it('has a label of its own in LaTeX, and leads to the article like any other', async () => {
    const once = await cited('One. Two.', 'One.', page('4'), { language: 'latex' });
    const twice = (await cited(once ?? '', 'Two.', page('7'), { language: 'latex' })) ?? '';
    assert.match(
      twice,
      /^One\.\\footnote\{\\label\{fn:officeofdams2019state\}.*p\. 4\.\} Two\.\\footnote\{\\label\{fn:officeofdams2019statea\}.*p\. 7\.\}$/,
    );
    assert.equal(await cited(twice, 'Two.', page('7'), { language: 'latex' }), null);
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
