/** Findings as diagnostics: the same words, with the passages as related information and the fixes in `data`. */

import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { Evidence, Fix, Severity } from '../check/finding.ts';
import { passageLocation } from './articleUri.ts';
import type { Checked } from './checks.ts';
import type { ClientProfile } from './clientProfile.ts';
import { toRange } from './convert.ts';
import { excerpt } from './excerpt.ts';
import { isReported, type Reported } from './reported.ts';
import type { RulePage } from './rulePage.ts';

/** The name under which editors list our diagnostics. */
export const SOURCE = 'corroborate';

/** What a diagnostic carries for clients that want to offer the fixes themselves. */
export interface DiagnosticData {
  /** Version of the document and revision of the articles that the fixes were made for. */
  readonly version: number;
  readonly revision: number;
  readonly fixes: readonly Fix[];
}

export interface DiagnosticStyle {
  readonly rulePage: RulePage;
  readonly client: Pick<ClientProfile, 'relatedInformation' | 'options'>;
}

/** The diagnostics of a check, in the order of the draft. */
export function toDiagnostics(checked: Checked, style: DiagnosticStyle): Diagnostic[] {
  return checked.findings.filter(isReported).map((finding) => toDiagnostic(checked, finding, style));
}

/** The diagnostic of one finding. */
export function toDiagnostic(checked: Checked, finding: Reported, style: DiagnosticStyle): Diagnostic {
  const data: DiagnosticData = {
    version: checked.document.version,
    revision: checked.revision,
    fixes: finding.fixes,
  };
  const diagnostic: Diagnostic = {
    range: toRange(checked.document, finding.claim),
    severity: toSeverity(finding.severity),
    source: SOURCE,
    code: finding.code,
    codeDescription: { href: style.rulePage(finding.code) },
    message: finding.message,
    data,
  };
  const { client } = style;
  if (!client.relatedInformation) return diagnostic;
  return { ...diagnostic, relatedInformation: finding.evidence.map((each) => related(client, each)) };
}

function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}

/**
 * What was told of each passage, for as long as its evidence is in use: an edit leaves nearly all of it as it was, and
 * whoever asks looks at the disk for the article's file.
 */
const relatedKept = new WeakMap<DiagnosticStyle['client'], WeakMap<Evidence, DiagnosticRelatedInformation>>();

function related(client: DiagnosticStyle['client'], evidence: Evidence): DiagnosticRelatedInformation {
  const kept = relatedKept.get(client) ?? new WeakMap<Evidence, DiagnosticRelatedInformation>();
  relatedKept.set(client, kept);
  const known = kept.get(evidence) ?? passageOf(client, evidence);
  kept.set(evidence, known);
  return known;
}

function passageOf(client: DiagnosticStyle['client'], evidence: Evidence): DiagnosticRelatedInformation {
  const location = passageLocation(client, evidence, evidence.marks[0] ?? evidence);
  const from = evidence.outlet ?? evidence.title;
  return { location, message: `${from}: ${lineOf(evidence)}` };
}

/** What surrounds the first mark of a passage, on one line. */
function lineOf({ text, start, marks }: Evidence): string {
  const mark = marks[0] ?? { start, end: start };
  const shown = excerpt(text, { start: mark.start - start, end: mark.end - start }, LONGEST_LINE);
  const line = text.slice(shown.start, shown.end).replace(/\s+/gu, ' ').trim();
  return `${shown.start > 0 ? '…' : ''}${line}${shown.end < text.length ? '…' : ''}`;
}

/** UTF-16 units: about one line of the problems list; the whole passage is one click away. */
const LONGEST_LINE = 120;
