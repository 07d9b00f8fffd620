/** SARIF reports: version 2.1.0 of the format that code hosts and editors read results of checks in. */

import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  Fix as SarifFix,
} from 'sarif';
import type { Evidence, Finding, Fix, Severity } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import type { SkippedFile } from '../corpus/article.ts';
import { placeInWords } from '../corpus/place.ts';
import type { Code } from '../rules/codes.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type CheckedDraft, type CheckReport, countVerdicts } from './checkReport.ts';

/** What a report cannot know by itself. */
export interface SarifSurroundings {
  /** Version of the product. */
  readonly version: string;
  /** The address of a file from its absolute path: below the folder of the check relative, else with its scheme. */
  readonly locate: (path: string) => { readonly uri: string; readonly place: 'below' | 'elsewhere' };
  /** A digest of a text as letters and digits; equal texts have equal ones on every machine. */
  readonly digest: (text: string) => string;
  /** The page about a code. */
  readonly rulePage: (code: Code) => string;
}

/** Names the folder the check ran in. Its address is left out: it differs from machine to machine, and tells of them. */
const BASE = 'SRCROOT';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The report as one SARIF log and a line break. Holds the reported findings only: SARIF tells of problems. */
export function sarifReport(report: CheckReport, surroundings: SarifSurroundings): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [runOf(report, surroundings)] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf(report: CheckReport, surroundings: SarifSurroundings): Run {
  const { corpus, drafts } = report;
  return {
    tool: {
      driver: {
        name: 'Corroborate',
        semanticVersion: surroundings.version,
        informationUri: 'https://github.com/corroborate/corroborate',
        language: 'en',
        rules: RULES.map((rule) => descriptorOf(rule, surroundings)),
      },
    },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: corpus.skipped.map((skipped) => notificationOf(skipped, surroundings)),
      },
    ],
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder the check ran in.' } } },
    artifacts: drafts.map(({ draft }) => ({
      location: locationOf(draft.path, surroundings),
      roles: ['analysisTarget'],
      sourceLanguage: draft.language,
    })),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: drafts.flatMap((draft, index) => resultsOf(draft, index, surroundings)),
    properties: { articles: corpus.articles, verdicts: countVerdicts(report) },
  };
}

function descriptorOf(rule: Rule, { rulePage }: SarifSurroundings): ReportingDescriptor {
  const { code, title, explanation, severity } = rule;
  return {
    id: code,
    name: code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    help: { text: explanation, markdown: explanation },
    helpUri: rulePage(code),
    defaultConfiguration: { enabled: severity !== null, level: levelOf(severity ?? 'information') },
    properties: { tags: ['accuracy', 'sources'] },
  };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
    case 'hint':
      return 'note';
  }
}

function notificationOf({ path, reason }: SkippedFile, surroundings: SarifSurroundings): Notification {
  return {
    level: 'warning',
    message: { text: plain(`This article could not be read: ${reason}.`) },
    locations: [{ physicalLocation: { artifactLocation: locationOf(path, surroundings) } }],
  };
}

function resultsOf(
  { draft, findings }: CheckedDraft,
  index: number,
  surroundings: SarifSurroundings,
): Result[] {
  const lines = linesOf(draft.text);
  const artifactLocation = { ...locationOf(draft.path, surroundings), index };
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const { code, severity, claim } = finding;
    if (code === null || severity === null) return [];
    const { sentence } = claim;
    const print = surroundings.digest(
      [artifactLocation.uri, code, claim.text, draft.text.slice(sentence.start, sentence.end)].join('\n'),
    );
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return [
      {
        ruleId: code,
        ruleIndex: RULES.findIndex((rule) => rule.code === code),
        level: levelOf(severity),
        message: { text: plain(finding.message) },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: regionOf(draft.text, claim, lines),
              contextRegion: regionOf(draft.text, sentence, lines),
            },
          },
        ],
        // Neither line nor offset is in it: a finding stays the same when text is put in above it.
        partialFingerprints: { 'corroborateClaim/v1': `${print}:${times}` },
        ...evidenceAndFixes(finding, draft.text, lines, artifactLocation, surroundings),
        properties: { kind: claim.kind, verdict: finding.verdict },
      },
    ];
  });
}

/** Left out where there are none: readers tell a list that is empty from one that is not given. */
function evidenceAndFixes(
  { evidence, fixes }: Finding,
  text: string,
  lines: Lines,
  artifactLocation: ArtifactLocation,
  surroundings: SarifSurroundings,
): Pick<Result, 'relatedLocations' | 'fixes'> {
  return {
    ...(evidence.length > 0 && {
      relatedLocations: evidence.map((each, id) => passageOf(each, id, surroundings)),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, text, lines, artifactLocation)) }),
  };
}

function passageOf(evidence: Evidence, id: number, surroundings: SarifSurroundings): Location {
  const { path, title, outlet, published, text, line, column, start, end, place } = evidence;
  const source = [outlet, published === null ? null : longDate(published)].filter((part) => part !== null);
  const last = linesOf(text).placeOf(text.length);
  const words = place === undefined ? '' : placeInWords(place);
  return {
    id,
    message: { text: plain([source.join(', '), title, words].filter((part) => part !== '').join(': ')) },
    physicalLocation: {
      artifactLocation: locationOf(path, surroundings),
      // The offsets of a text that was taken out of a file are none of the file.
      ...(place !== undefined && place.line !== null && { region: { startLine: place.line } }),
      ...(place === undefined && {
        region: {
          startLine: line,
          startColumn: column + 1,
          endLine: line + last.line - 1,
          endColumn: last.line === 1 ? column + last.column : last.column,
          charOffset: start,
          charLength: end - start,
          snippet: { text },
        },
      }),
    },
  };
}

function fixOf(
  { title, edits }: Fix,
  text: string,
  lines: Lines,
  artifactLocation: ArtifactLocation,
): SarifFix {
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(text, edit, lines),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: plain(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

function regionOf(text: string, { start, end }: Span, lines: Lines): Region {
  const first = lines.placeOf(start);
  const last = lines.placeOf(end);
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    charOffset: start,
    charLength: end - start,
    snippet: { text: text.slice(start, end) },
  };
}

function locationOf(path: string, { locate }: SarifSurroundings): ArtifactLocation {
  const { uri, place } = locate(path);
  return place === 'below' ? { uri, uriBaseId: BASE } : { uri };
}

/**
 * Words of articles for a message, in which `[text](target)` would be a link and `{0}` a placeholder (SARIF 2.1.0,
 * 3.11.5 and 3.11.6): the one is parted, the other doubled as the standard has it.
 */
function plain(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('{', '{{').replaceAll('}', '}}');
}
