/** Suppression: what the comments of a draft keep quiet, and the comment that is written for one finding. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../../server/src/check/finding.ts';
import type { QuoteClaim } from '../../../server/src/claims/claim.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { suppress } from '../../../server/src/draft/suppression.ts';
import { suppressionEdit } from '../../../server/src/draft/suppressionComment.ts';
import { readDirectives } from '../../../server/src/draft/suppressionDirectives.ts';
import type { Code } from '../../../server/src/rules/codes.ts';

/** A refuted claim at the first `words` of the draft, from `from` on. */
function findingOf(text: string, words: string, code: Code = 'figure-mismatch', from = 0): Finding {
  const start = text.indexOf(words, from);
  assert.notEqual(start, -1, words);
  const span = { start, end: start + words.length };
  const sentence = { ...span, index: 0, paragraph: 0, tokens: [] };
  const claim: QuoteClaim = {
    kind: 'quote',
    ...span,
    text: words,
    sentence,
    parts: [span],
    attribution: null,
  };
  return {
    claim,
    verdict: 'refuted',
    code,
    severity: 'warning',
    message: '',
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
  };
}

/** The words of the findings that stay reported. */
function reported(text: string, ...findings: readonly Finding[]): string[] {
  return reportedIn('markdown', text, ...findings);
}

function reportedIn(language: string, text: string, ...findings: readonly Finding[]): string[] {
  return suppress(readDraft('draft', language, text), findings).flatMap(({ code, claim }) =>
    code === null ? [] : [claim.text],
  );
}

describe('a suppression comment', () => {
  it('for the next line holds for that line only', () => {
    const text = '<!-- corroborate-disable-next-line -->\nsome 12\nand 13';
    assert.deepEqual(reported(text, findingOf(text, '12'), findingOf(text, '13')), ['13']);
  });

  it('for its own line holds for that line only', () => {
    const text = 'a 12\nb 13 <!-- corroborate-disable-line --> 14\nc 15';
    const findings = ['12', '13', '14', '15'].map((words) => findingOf(text, words));
    assert.deepEqual(reported(text, ...findings), ['12', '15']);
  });

  it('holds for the codes it names', () => {
    const text = '<!-- corroborate-disable-next-line unit-mismatch, bound-changed -->\n12 13 14';
    const findings = [
      findingOf(text, '12', 'unit-mismatch'),
      findingOf(text, '13', 'bound-changed'),
      findingOf(text, '14', 'figure-mismatch'),
    ];
    assert.deepEqual(reported(text, ...findings), ['14']);
  });

  it('holds for the claim it names', () => {
    const text = '<!-- corroborate-disable-next-line figure-mismatch: 5,000 -->\n5,000 and 5,000,000 and 5';
    const findings = [
      findingOf(text, '5,000', 'figure-mismatch', 60),
      findingOf(text, '5,000,000'),
      findingOf(text, '5', 'figure-mismatch', text.length - 1),
    ];
    assert.deepEqual(reported(text, ...findings), ['5,000,000', '5']);
  });

  it('holds from disable to enable', () => {
    const text = '1\n<!-- corroborate-disable -->\n2\n\n3\n<!-- corroborate-enable -->\n4';
    const findings = ['1', '2', '3', '4'].map((words) => findingOf(text, words));
    assert.deepEqual(reported(text, ...findings), ['1', '4']);
  });

  it('that is not ended holds to the end, and an enable for other codes does not end it', () => {
    const text = '<!-- corroborate-disable -->\n2\n<!-- corroborate-enable unit-mismatch -->\n4';
    assert.deepEqual(reported(text, findingOf(text, '2'), findingOf(text, '4')), []);
  });

  it('is none when it is not closed, or says something else', () => {
    for (const comment of [
      '<!-- corroborate-disable-next-line',
      '<!-- corroborate-disable-nextline -->',
      '<!-- disable -->',
    ]) {
      const text = `${comment}\n12`;
      assert.deepEqual(reported(text, findingOf(text, '12')), ['12'], comment);
    }
  });

  it('leaves verdict and evidence and takes claims within itself out', () => {
    const text = '<!-- corroborate-disable-next-line figure-mismatch: 12 -->\n12';
    const within = findingOf(text, '12');
    const below = findingOf(text, '12', 'figure-mismatch', text.length - 2);
    assert.deepEqual(suppress(readDraft('draft', 'markdown', text), [within, below]), [
      { ...below, code: null, severity: null },
    ]);
  });

  it('is read in time that grows with the text, however many are left open', () => {
    const text = '<!-- corroborate-disable-next-line '.repeat(20_000);
    const started = performance.now();
    assert.deepEqual(readDirectives(readDraft('draft', 'markdown', text)), []);
    assert.ok(performance.now() - started < 2000);
  });
});

/** The draft with the finding at `words` ignored. */
function ignored(text: string, words: string, language = 'markdown'): string | null {
  const draft = readDraft('draft', language, text);
  const finding = findingOf(text, words);
  const edit = suppressionEdit(draft, finding.claim, 'figure-mismatch');
  if (edit === null) return null;
  const after = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  const moved = findingOf(
    after,
    words,
    'figure-mismatch',
    edit.start <= finding.claim.start ? edit.start + edit.newText.length : 0,
  );
  assert.deepEqual(reportedIn(language, after, moved), [], `${after} keeps the finding quiet`);
  assert.deepEqual(prose(after, language), prose(text, language), 'the prose stays the same');
  return after;
}

/** What is left of a draft's blocks without their holes. */
function prose(text: string, language: string): string[] {
  return readDraft('draft', language, text).blocks.map((block) => {
    let at = block.start;
    let words = '';
    for (const hole of block.holes) {
      words += text.slice(at, hole.start);
      at = Math.max(at, hole.end);
    }
    return `${block.kind}: ${(words + text.slice(at, block.end)).replace(/\s+/g, ' ').trim()}`;
  });
}

describe('the comment for one finding', () => {
  it('stands above a paragraph that begins on the line', () => {
    assert.equal(
      ignored('# News\n\nThey sent 850.\nMore.', '850'),
      '# News\n\n<!-- corroborate-disable-next-line figure-mismatch: 850 -->\nThey sent 850.\nMore.',
    );
  });

  it('closes the line within a paragraph, before a hard line break', () => {
    assert.equal(
      ignored('They\nsent 850.  \nMore.', '850'),
      'They\nsent 850. <!-- corroborate-disable-line figure-mismatch: 850 -->  \nMore.',
    );
    assert.equal(
      ignored('They\nsent 850.\\\nMore.', '850'),
      'They\nsent 850. <!-- corroborate-disable-line figure-mismatch: 850 -->\\\nMore.',
    );
  });

  it('closes the line in lists, quotations, headings and tables', () => {
    const comment = ' <!-- corroborate-disable-line figure-mismatch: 850 -->';
    assert.equal(
      ignored('- one\n- They sent 850.\n- two', '850'),
      `- one\n- They sent 850.${comment}\n- two`,
    );
    assert.equal(ignored('> They sent 850.\n> More.', '850'), `> They sent 850.${comment}\n> More.`);
    assert.equal(ignored('# Some 850 sent\n\nMore.', '850'), `# Some 850 sent${comment}\n\nMore.`);
    assert.equal(
      ignored('| a | b |\n|---|---|\n| 850 | c |', '850'),
      `| a | b |\n|---|---|\n| 850 | c${comment} |`,
    );
  });

  it('keeps the line breaks of the draft', () => {
    assert.match(ignored('One.\r\n\r\nThey sent 850.\r\n', '850') ?? '', /-->\r\nThey sent 850\.\r\n$/);
  });

  it('names a long quote by its first words, and nothing that would end the comment', () => {
    const long = 'we have come a very long way and we will go on from here';
    assert.match(ignored(`“${long}”, she said.`, long) ?? '', /: we have come a very long way a… -->/);
    assert.match(
      ignored('sent 5 --> 6.', '5 --> 6') ?? '',
      /^<!-- corroborate-disable-next-line figure-mismatch -->\n/,
    );
  });

  it('works in plain text', () => {
    assert.match(
      ignored('They sent 850.\nMore.', '850', 'plaintext') ?? '',
      /^<!-- corroborate-disable-next-line/,
    );
  });
});

describe('in each language', () => {
  it('the comment has that language’s marks and leaves the prose as it is', () => {
    const long = 'They counted.\nThen 850 left.\n\nMore.\n';
    const line = 'corroborate-disable-line figure-mismatch: 850';
    const next = 'corroborate-disable-next-line figure-mismatch: 850';
    const expected = {
      quarto: `They counted.\nThen 850 left. <!-- ${line} -->\n\nMore.\n`,
      mdx: `They counted.\nThen 850 left. {/* ${line} */}\n\nMore.\n`,
      latex: `They counted.\nThen 850 left. % ${line}\n\nMore.\n`,
      typst: `They counted.\nThen 850 left. // ${line}\n\nMore.\n`,
      asciidoc: `They counted.\n// ${next}\nThen 850 left.\n\nMore.\n`,
      restructuredtext: `.. ${next}\n\nThey counted.\nThen 850 left.\n\nMore.\n`,
      html: `They counted.\nThen 850 left. <!-- ${line} -->\n\nMore.\n`,
    };
    for (const [language, after] of Object.entries(expected)) {
      assert.equal(ignored(long, '850', language), after, language);
    }
  });

  it('no comment is written where it would part a list or join another comment', () => {
    assert.equal(ignored('- one\n- Then 850 left.\n', '850', 'restructuredtext'), null);
    assert.equal(ignored('Then 850 left. % why\n', '850', 'latex'), null);
    assert.equal(ignored('Then 850 left. // why\n', '850', 'typst'), null);
  });

  it('comments are told from what only looks like them', () => {
    const quiet = {
      markdown: '```\n<!-- corroborate-disable -->\n```\n\nThen 850 left.',
      latex: '\\verb|%| 100\\% corroborate-disable\n\nThen 850 left.',
      typst: '`// corroborate-disable`\n\nThen 850 left.',
      asciidoc: '----\n// corroborate-disable\n----\n\nThen 850 left.',
      restructuredtext: '::\n\n  .. corroborate-disable\n\nThen 850 left.',
      html: '<script>// <!-- corroborate-disable -->\n</script><p>Then 850 left.',
    };
    for (const [language, text] of Object.entries(quiet)) {
      assert.deepEqual(reportedIn(language, text, findingOf(text, '850')), ['850'], language);
    }
  });

  it('a reason stands behind two dashes, several comments in a row hold for the line below all of them', () => {
    const text =
      '% corroborate-disable-next-line unit-mismatch: 7 -- he: said so\n% corroborate-disable-next-line bound-changed\n\nSome 7 of 8.\n';
    const findings = [findingOf(text, '7', 'unit-mismatch', 110), findingOf(text, '8', 'bound-changed', 110)];
    assert.deepEqual(reportedIn('latex', text, ...findings), []);
  });
});
