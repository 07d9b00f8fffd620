/** Markup of hovers: whatever text goes in, a Markdown reader gets that text out and nothing else. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visitParents } from 'unist-util-visit-parents';
import { MARKDOWN, PLAIN } from '../../../server/src/lsp/markup.ts';

/** What a reader makes of a Markdown text. */
interface Reading {
  /** The kinds of markup, without paragraphs and plain text. */
  readonly kinds: readonly string[];
  readonly shown: string;
  readonly links: readonly string[];
}

/** As CommonMark and GitHub define it. The tree is taken as parsed, before addresses are looked for in finished text. */
function readAsGitHub(markdown: string): Reading {
  const mdastExtensions = gfmFromMarkdown().map(({ transforms, ...extension }) => extension);
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions });
  const kinds: string[] = [];
  const links: string[] = [];
  let shown = '';
  visitParents(root, (node: Nodes) => {
    if (!['root', 'paragraph', 'text'].includes(node.type)) kinds.push(node.type);
    if (node.type === 'link') links.push(node.url);
    if ('value' in node) shown += node.value;
  });
  return { kinds, shown, links };
}

/** As VS Code renders hovers. */
function readAsEditor(markdown: string): Reading {
  const kinds: string[] = [];
  const links: string[] = [];
  let shown = '';
  const visit = (token: Token): void => {
    const children = 'tokens' in token ? (token.tokens ?? []) : [];
    if (!['paragraph', 'text', 'escape', 'space'].includes(token.type)) kinds.push(token.type);
    if (token.type === 'link') links.push(token.href);
    if (children.length === 0 && 'text' in token) shown += token.text;
    children.forEach(visit);
  };
  lexer(markdown).forEach(visit);
  return { kinds, shown, links };
}

const READERS = [readAsGitHub, readAsEditor];

/** Texts made of what Markdown, HTML and GitHub's extensions give a meaning to. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '[a](b)',
          '![',
          '](',
          '<a href=x>',
          '<!--',
          '-->',
          '`',
          '``',
          '*',
          '**',
          '_',
          '~~',
          '\\',
          '&amp;',
          '&#x41;',
        ],
        ...[
          'https://evil.example/x',
          'www.evil.example',
          'a@b.example',
          'mailto:a@b.example',
          '<http://x>',
          '# ',
          '- ',
        ],
        ...[
          '1. ',
          '2) ',
          '+ ',
          '> ',
          '| a | b |',
          '---',
          '===',
          '\n',
          '\n\n',
          '    ',
          '\t',
          '[^1]',
          '$x$',
          '{',
          ':',
        ],
        ...[
          '$(warning)',
          'command:evil',
          '[x]: y',
          '```',
          '\u202e',
          '\u0000',
          'US$5',
          'snake_case',
          'WWW.A.B',
          'hTTp://a.b',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The tokens of VS Code's reader keep references of characters, which its pages then show. */
function decoded(shown: string): string {
  return shown.replaceAll('&#91;', '[').replaceAll('&#93;', ']');
}

/** What the text of a paragraph is once Markdown has read it: one line without spaces at its ends. */
function expected(plain: string): string {
  return PLAIN.text(plain).trim();
}

describe('Markdown of hovers', () => {
  for (const read of READERS) {
    it(`shows any text as that text (${read.name})`, () => {
      fc.assert(
        fc.property(hostile, (plain) => {
          const { kinds, shown } = read(MARKDOWN.quote(MARKDOWN.text(plain)));
          assert.deepEqual(kinds, ['blockquote']);
          assert.equal(shown.trim(), expected(plain));
        }),
        { seed: 5, numRuns: 2000 },
      );
    });

    it(`shows any text in bold as that text (${read.name})`, () => {
      fc.assert(
        fc.property(hostile, (plain) => {
          const { kinds, shown } = read(`a ${MARKDOWN.strong(plain)} b`);
          assert.deepEqual(kinds, expected(plain) === '' ? [] : ['strong']);
          assert.equal(shown.replace(/ +/g, ' '), `a ${expected(plain)} b`.replace(/ +/g, ' '));
        }),
        { seed: 5, numRuns: 2000 },
      );
    });

    it(`links to our address only, whatever the label and the path (${read.name})`, () => {
      fc.assert(
        fc.property(hostile, hostile, (label, path) => {
          const uri = `file:///${encodeURI(path.toWellFormed())}#L1`;
          const { kinds, links } = read(`x${MARKDOWN.link(label, uri)}`);
          assert.deepEqual(kinds, ['link']);
          assert.equal(links.length, 1);
          assert.match(links[0] ?? '', /^file:\/\/\/.*#L1$/);
        }),
        { seed: 5, numRuns: 2000 },
      );
    });
  }

  for (const read of READERS) {
    it(`makes no image and no second link of a label (${read.name})`, () => {
      for (const label of ['![](https://a.b/c.png)', '![a](x) b', '[a](b)', '\\![a](b)', '![a][b]']) {
        const { kinds, shown, links } = read(MARKDOWN.link(label, 'file:///a.md#L1'));
        assert.deepEqual(kinds, ['link'], label);
        assert.deepEqual(links, ['file:///a.md#L1']);
        assert.equal(decoded(shown), label);
      }
    });
  }

  it('leaves ordinary news text as it is', () => {
    const plain =
      'U.S. officials - about 750 of them (82nd Airborne) - paid $2.1 billion, AT&T said: “No!” 50% #1.';
    assert.equal(MARKDOWN.text(plain), plain);
  });

  it('takes characters out that would disguise the text', () => {
    assert.equal(MARKDOWN.text('a\u202eb\u0007c\u2066d'), 'abcd');
    assert.equal(MARKDOWN.text(' \u0000\t2) a'), ' 2\\) a');
  });
});
