/** Compares what a check found with what a specification expects, and shows both kinds of difference. */

import type { Finding, Verdict } from '../../server/src/check/finding.ts';
import { CODES } from '../../server/src/rules/codes.ts';
import { linesOf } from '../../server/src/text/lines.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import { type Expectation, type SpecDraft, SpecError } from './parse.ts';

const VERDICTS: readonly Verdict[] = ['supported', 'refuted', 'conflicting-evidence', 'not-enough-evidence'];
const LABELS: ReadonlySet<string> = new Set([...CODES, ...VERDICTS, 'no-claim']);

/** Every finding as loud as these must be expected. */
const REPORTED: ReadonlySet<string | null> = new Set(['error', 'warning', 'information']);

/**
 * The differences as text for a person, empty when there are none: expectations that no finding meets, then reported
 * findings that nothing expects. Throws `SpecError` for a label that is neither a code nor a verdict.
 */
export function differences(draft: SpecDraft, findings: readonly Finding[]): string {
  for (const { label, line } of draft.expectations) {
    if (!LABELS.has(label)) throw new SpecError(`line ${line}: “${label}” is no code and no verdict`);
  }
  const missing = draft.expectations.filter((expected) => !isMet(expected, findings));
  const unexpected = findings.filter(
    (finding) =>
      finding.code !== null &&
      REPORTED.has(finding.severity) &&
      !draft.expectations.some((expected) => meets(finding, expected)),
  );
  return [
    ...section(
      'Not found (false negatives):',
      missing.map((expected) => showMissing(expected, draft, findings)),
    ),
    ...section(
      'Unexpected (false positives):',
      unexpected.map((finding) => showFinding(finding, draft)),
    ),
  ].join('\n');
}

function isMet(expected: Expectation, findings: readonly Finding[]): boolean {
  if (expected.label === 'no-claim') return !findings.some(({ claim }) => overlaps(claim, expected));
  return findings.some((finding) => meets(finding, expected));
}

function meets(finding: Finding, expected: Expectation): boolean {
  const { claim, code, verdict } = finding;
  const fits =
    expected.match === 'exact'
      ? claim.start === expected.start && claim.end === expected.end
      : overlaps(claim, expected);
  return (
    fits &&
    (code === expected.label || verdict === expected.label) &&
    (expected.says === null || saysOf(finding).some((text) => text.includes(expected.says ?? ''))) &&
    (expected.fix === null || firstFix(finding) === expected.fix)
  );
}

/** Everything that a finding tells its reader. */
function saysOf({ message, evidence, derivation }: Finding): readonly string[] {
  return [message, derivation ?? '', ...evidence.flatMap(({ text, value }) => [text, value ?? ''])];
}

/** The new text of the first fix; the parts of one with several edits are set apart by ` … `. */
function firstFix({ fixes }: Finding): string | null {
  return fixes[0]?.edits.map(({ newText }) => newText).join(' … ') ?? null;
}

function section(heading: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [heading, ...entries];
}

function showMissing(expected: Expectation, draft: SpecDraft, findings: readonly Finding[]): string {
  const { label, says, fix } = expected;
  const wanted = [label, says === null ? '' : `"${says}"`, fix === null ? '' : `=> "${fix}"`].filter(
    (part) => part !== '',
  );
  const found = findings.filter(({ claim }) => overlaps(claim, expected));
  const instead =
    found.length === 0
      ? '    there is no claim'
      : found.map((finding) => `    there is ${describe(finding)}`).join('\n');
  return `${showSpan(expected, draft, expected.match === 'exact' ? '^' : '~')} ${wanted.join(' ')}\n${instead}`;
}

function showFinding(finding: Finding, draft: SpecDraft): string {
  return `${showSpan(finding.claim, draft, '^')} ${describe(finding)}`;
}

function describe(finding: Finding): string {
  const { claim, code, verdict, severity, message, evidence } = finding;
  const fix = firstFix(finding);
  const passages = evidence.slice(0, 2).map(({ text, value }) => `\n      ${value ?? '–'} in “${text}”`);
  const loudness = severity === null ? '' : `, ${severity}`;
  return `“${claim.text}” ${verdict} (${code ?? 'no code'}${loudness}): ${message}${fix === null ? '' : ` => "${fix}"`}${passages.join('')}`;
}

/** The line of the draft with the mark under it. */
function showSpan(span: Span, draft: SpecDraft, mark: string): string {
  const lines = linesOf(draft.text);
  const { line, column } = lines.placeOf(span.start);
  const { start, end } = lines.spanOf(line);
  const number = String(draft.sourceLines[line - 1] ?? '?');
  const length = Math.max(1, Math.min(span.end, end) - span.start);
  return `  ${number} | ${draft.text.slice(start, end)}\n  ${' '.repeat(number.length)} | ${' '.repeat(column - 1)}${mark.repeat(length)}`;
}
