/** Recognisers: what is a citation in each language, what it names, and what only looks like one. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCitations } from '../../../server/src/cite/recognise/readCitations.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

/** `kind value` of each citation, and `kind label: body` of each definition. */
function read(language: string, text: string): { cites: string[]; defines: string[] } {
  const { citations, definitions } = readCitations(readDraft('/draft', language, text));
  for (const { start, end, value, whole } of citations) {
    assert.equal(text.slice(start, end), value);
    assert.ok(whole.start <= start && end <= whole.end);
  }
  for (const { label, labelSpan } of definitions)
    assert.equal(text.slice(labelSpan.start, labelSpan.end), label);
  return {
    cites: citations.map(({ kind, value }) => `${kind} ${value}`),
    defines: definitions.map(({ kind, label, body }) => `${kind} ${label}: ${body}`),
  };
}

describe('citations', () => {
  it('of Markdown', () => {
    const text = `One.[^1] Two [see @a2020, p. 4; -@b:c] and @d_e.^[Own words.] [Post](https://x.y/a_(b)) <https://z.y> (Post, 1 May 2020; Wire, undated)

[^1]: A note
    that runs on.

    Still on.

Next.
`;
    assert.deepEqual(read('markdown', text), {
      cites: [
        'note 1',
        'key a2020',
        'key b:c',
        'key d_e',
        'text Own words.',
        'link https://x.y/a_(b)',
        'link https://z.y',
        'text Post, 1 May 2020',
        'text Wire, undated',
      ],
      defines: ['note 1: A note that runs on. Still on.'],
    });
  });

  it('of LaTeX', () => {
    const text =
      'One~\\autocite[p.~4]{a, b} two \\parencite{c}.\\footnote{\\label{fn:x}Note \\emph{x}.} Three.\\footref{fn:x} \\href{https://x.y/\\%20}{Post}\n\n\\bibitem{d} Words.\n';
    assert.deepEqual(read('latex', text), {
      cites: [
        'key a',
        'key b',
        'key c',
        'text \\label{fn:x}Note \\emph{x}.',
        'note fn:x',
        'link https://x.y/\\%20',
      ],
      defines: ['note fn:x: Note \\emph{x}.', 'key d: Words.'],
    });
  });

  it('of Typst', () => {
    const text =
      'One @a[p. 4] two #cite(<b>, form: "prose").#footnote[Note #emph[x].] <fn-x> Three.#footnote(<fn-x>) #link("https://x.y")[Post] me@example.org\n';
    assert.deepEqual(read('typst', text), {
      cites: ['key a', 'key b', 'text Note #emph[x].', 'note fn-x', 'link https://x.y'],
      defines: ['note fn-x: Note #emph[x].'],
    });
  });

  it('of AsciiDoc', () => {
    const text =
      'One <<a>> two.footnote:x[Note.] Three.footnote:x[] cite:[b] https://x.y[Post]\n\n[bibliography]\n* [[[a]]] Words.\n';
    assert.deepEqual(read('asciidoc', text), {
      cites: ['key a', 'text Note.', 'note x', 'key b', 'link https://x.y'],
      defines: ['note x: Note.', 'key a: Words.'],
    });
  });

  it('of reStructuredText', () => {
    const text =
      'One [a]_ two. [#x]_ `Post <https://x.y>`__ :cite:`b,c`\n\n.. [#x] Note\n   on.\n.. [a] Words.\n';
    assert.deepEqual(read('restructuredtext', text), {
      cites: ['key a', 'note #x', 'link https://x.y', 'key b', 'key c'],
      defines: ['note #x: Note on.', 'key a: Words.'],
    });
  });

  it('of HTML and plain text', () => {
    assert.deepEqual(read('html', '<p>One (<a class="x" href="https://x.y">Post</a>).</p>').cites, [
      'link https://x.y',
    ]);
    assert.deepEqual(read('plaintext', 'One (Post, 1 May 2020), see https://x.y/z.').cites, [
      'text Post, 1 May 2020',
      'link https://x.y/z',
    ]);
  });
});

describe('no citations', () => {
  it('stand in code, comments and front matter', () => {
    const text =
      '---\ntitle: "[@a]"\n---\n\nOne `[^1]` and `@b2020`.\n\n```\n[@c]\n[^2]: x\n```\n\n<!-- [^3] -->\n';
    assert.deepEqual(read('markdown', text), { cites: [], defines: [] });
    assert.deepEqual(read('latex', 'One.\n% \\cite{a}\n').cites, []);
  });

  it('are addresses of mail and brackets of other kinds', () => {
    const text = 'Write to me@example.org [a](b), [x] and (see below). [ @ ] [^]';
    assert.deepEqual(read('markdown', text).cites, []);
  });
});

describe('long and hostile drafts', () => {
  it('are read in time that grows with their length', () => {
    const pieces = [
      '[^',
      '[@',
      '\\footnote{',
      '#footnote[',
      'footnote:[',
      '(A, ',
      '](https://x',
      '<<',
      '@',
      '`',
    ];
    for (const piece of pieces) {
      for (const language of ['markdown', 'latex', 'typst', 'asciidoc', 'restructuredtext', 'plaintext']) {
        const draft = readDraft('/draft', language, `One ${piece.repeat(4000)}`);
        const start = performance.now();
        readCitations(draft);
        assert.ok(performance.now() - start < 5000, `${language}: ${piece}`);
      }
    }
  });
});
