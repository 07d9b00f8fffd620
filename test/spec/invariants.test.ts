/** What holds of every finding: claims, evidence and fixes stand where they say, and a second check says the same. */

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Evidence, Finding } from '../../server/src/check/finding.ts';
import type { Code } from '../../server/src/rules/codes.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { contains, type Span } from '../../server/src/text/span.ts';
import { parseSpec, type SpecCase } from './parse.ts';
import { runCase } from './run.ts';

const cases: readonly SpecCase[] = [
  ...globSync('*.md', { cwd: import.meta.dirname })
    .sort()
    .filter((file) => file !== 'README.md')
    .flatMap((file) => parseSpec(readFileSync(join(import.meta.dirname, file), 'utf8'), file)),
  ...RULES.flatMap(({ code, example }) => parseSpec(example, code)),
];

suite('of every case in the specification', () => {
  for (const each of cases) {
    test(each.name, async () => {
      const findings = await runCase(each);
      for (const finding of findings) checkFinding(finding, each);
      assert.deepEqual(await runCase(each), findings, 'checked again');
    });
  }
});

/** What may be told of a claim that the articles bear out: how it is written, and what is cited for it. */
const OF_SUPPORTED: ReadonlySet<Code> = new Set(['spelling', 'citation-mismatch', 'citation-missing']);

function checkFinding(finding: Finding, { draft, articles }: SpecCase): void {
  const { claim, verdict, code, severity, message, evidence, fixes } = finding;
  assert.equal(claim.text, slice(draft.text, claim));
  assert.ok(verdict === 'not-enough-evidence' || evidence.length > 0, 'a verdict has evidence');
  assert.ok(verdict !== 'supported' || code === null || OF_SUPPORTED.has(code), 'what is supported is right');
  assert.ok(severity === null || code !== null, 'what is reported has a code');
  if (code !== null) assert.match(message, /^\S[^\n]*[.”]$/u);
  const texts = new Set(articles.map(({ text }) => text));
  for (const passage of evidence) checkEvidence(passage, texts);
  for (const { edits } of fixes) {
    assert.ok(edits.length > 0);
    for (const edit of edits) assert.ok(contains({ start: 0, end: draft.text.length }, edit));
  }
}

/** The passage stands in one of `texts` where it says, and what it marks stands within it. */
function checkEvidence(evidence: Evidence, texts: ReadonlySet<string>): void {
  const text = [...texts].find((each) => slice(each, evidence) === evidence.text);
  assert.ok(text !== undefined && evidence.text.trim() !== '', 'the passage stands in an article');
  assert.equal(evidence.line, text.slice(0, evidence.start).split('\n').length);
  for (const mark of evidence.marks) assert.ok(contains(evidence, mark) && mark.start < mark.end);
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
