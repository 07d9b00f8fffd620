/** The text of hovers: what is shown of a finding, and what of a passage. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence, Finding } from '../../../server/src/check/finding.ts';
import { hoverText } from '../../../server/src/lsp/hoverText.ts';

const LINKS = {
  passage: ({ path, line }: Evidence) => `file://${path}#L${line}`,
  rulePage: (code: string) => `https://example.org/${code}`,
};

const MARKDOWN = { format: 'markdown', diagnostic: 'not-shown' } as const;

/** A passage that stands at 100 in its article, with `marked` marked. */
function evidenceOf(text: string, ...marked: readonly string[]): Evidence {
  const marks = marked.map((words) => {
    const start = 100 + text.indexOf(words);
    return { start, end: start + words.length };
  });
  return {
    article: 'a.md',
    path: '/a.md',
    title: 'Some title',
    outlet: 'Post',
    published: '2020-01-01',
    url: null,
    start: 100,
    end: 100 + text.length,
    text,
    line: 12,
    column: 0,
    value: null,
    marks,
    agrees: false,
  };
}

function findingOf(fields: Partial<Finding>): Finding {
  const span = { start: 0, end: 3 };
  const sentence = { ...span, index: 0, paragraph: 0, tokens: [] };
  return {
    claim: { kind: 'name', ...span, text: '850', sentence },
    verdict: 'refuted',
    code: 'figure-mismatch',
    severity: 'warning',
    message: 'Post says 750, not 850.',
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
    ...fields,
  };
}

/** The quoted passages of a hover. */
function passages(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('> ') && !line.startsWith('> ['))
    .map((line) => line.trimEnd());
}

describe('a hover', () => {
  it('has verdict, passage, source and page', () => {
    const finding = findingOf({ evidence: [evidenceOf('They sent about 750 men.', 'about 750')] });
    assert.equal(
      hoverText(finding, MARKDOWN, LINKS),
      [
        '**Refuted**: Post says 750, not 850.',
        '> They sent **about 750** men.  \n> [Some title](<file:///a.md#L12>) · Post · 1 January 2020',
        '[About figure-mismatch](<https://example.org/figure-mismatch>)',
      ].join('\n\n'),
    );
  });

  it('says less where the diagnostic is shown above it', () => {
    const reported = findingOf({ evidence: [evidenceOf('They sent 750.')] });
    const style = { format: 'markdown', diagnostic: 'shown' } as const;
    assert.match(
      hoverText(reported, style, LINKS),
      /^\*\*Refuted\*\*\n\n> They sent 750\. {2}\n> \[Some title\].*2020$/,
    );
    const altered = findingOf({ diff: [{ kind: 'inserted', text: 'lost' }] });
    assert.equal(hoverText(altered, style, LINKS), '**Refuted** · From the article to the draft: **lost**');
    const quiet = findingOf({ verdict: 'supported', code: null, severity: null, message: 'Post says so.' });
    assert.equal(hoverText(quiet, style, LINKS), '**Supported**: Post says so.');
  });

  it('shows three passages and counts the others', () => {
    const evidence = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map((text) => evidenceOf(text));
    const text = hoverText(findingOf({ evidence }), MARKDOWN, LINKS);
    assert.deepEqual(passages(text), ['> One.', '> Two.', '> Three.']);
    assert.match(text, /\n\nand 2 more passages\n/);
  });

  it('shows how the words of a quote differ, and how a figure follows', () => {
    const diff = [
      { kind: 'same', text: 'we' },
      { kind: 'deleted', text: 'won' },
      { kind: 'inserted', text: 'lost' },
      { kind: 'same', text: 'it' },
    ] as const;
    const text = hoverText(findingOf({ diff, derivation: '1973 − 1958 = 15' }), MARKDOWN, LINKS);
    assert.match(text, /: we ~~won~~ \*\*lost\*\* it\n\n1973 − 1958 = 15/);
    const plain = hoverText(findingOf({ diff }), { format: 'plaintext', diagnostic: 'not-shown' }, LINKS);
    assert.match(plain, /: we \[-won-\] lost it/);
  });

  it('leaves out what an article does not tell', () => {
    const bare = { ...evidenceOf('They sent 750.'), outlet: null, published: null };
    assert.match(
      hoverText(findingOf({ evidence: [bare] }), MARKDOWN, LINKS),
      /\n> \[Some title\]\(<[^>]+>\)\n/,
    );
  });
});

describe('a passage', () => {
  const shown = (evidence: Evidence): string | undefined =>
    passages(hoverText(findingOf({ evidence: [evidence] }), MARKDOWN, LINKS))[0];

  it('marks each part once, in order, and takes in letters that touch a mark', () => {
    const evidence = evidenceOf('The US$5 and 77%of the rest', '77%', '$5', '5');
    assert.equal(shown(evidence), '> The **US$5** and **77%of** the rest');
  });

  it('ignores marks outside of it', () => {
    const evidence = {
      ...evidenceOf('They sent 750.'),
      marks: [
        { start: 0, end: 5 },
        { start: 104, end: 104 },
      ],
    };
    assert.equal(shown(evidence), '> They sent 750.');
  });

  it('that is long is cut at spaces around the first mark', () => {
    const text = `${'before '.repeat(200)}THE MARK ${'after '.repeat(200)}`;
    const line = shown(evidenceOf(text, 'THE MARK')) ?? '';
    assert.match(line, /^> …before before .*\*\*THE MARK\*\* after .*after…$/);
    assert.ok(line.length < 700, `${line.length}`);
  });

  it('with one endless word is shown to its end', () => {
    const text = 'x'.repeat(5000);
    assert.equal(shown({ ...evidenceOf(text), marks: [] })?.includes('x'.repeat(600)), true);
  });

  it('stays on one line', () => {
    assert.equal(shown(evidenceOf('One\n\n# two\r\nthree')), '> One # two three');
  });
});
