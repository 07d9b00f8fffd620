/** Reads a ledger: its decisions, and a word on every line that is none. Nothing in it is dropped without a word. */

import { type Decision, decisionSchema, LEDGER_VERSION } from './decision.ts';

/** A line that could not be read as a decision, or was but should be looked at. */
export interface LedgerProblem {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface Ledger {
  /** In the order of the file; a line that stands there twice, as after a merge, counts once. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly LedgerProblem[];
}

/** Reads any text, one JSON object a line. Of an unresolved merge conflict the lines of both sides count. */
export function parseLedger(text: string): Ledger {
  const decisions = new Map<string, Decision>();
  const problems: LedgerProblem[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const read = readLine(line.trim());
    switch (read.kind) {
      case 'decision':
        if (!decisions.has(read.decision.id)) decisions.set(read.decision.id, read.decision);
        break;
      case 'problem':
        problems.push({ line: index + 1, reason: read.reason });
        break;
      case 'nothing':
        break;
    }
  }
  return { decisions: [...decisions.values()], problems };
}

/** The line of a decision, with its line break. */
export function lineOf(decision: Decision): string {
  return `${JSON.stringify(decisionSchema.parse(decision))}\n`;
}

type Line =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'problem'; readonly reason: string }
  | { readonly kind: 'nothing' };

/** Git's marks of a conflict. The first is told of; those after it belong to the same one. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

function readLine(line: string): Line {
  if (line === '') return { kind: 'nothing' };
  if (CONFLICT.test(line)) {
    if (!line.startsWith('<')) return { kind: 'nothing' };
    const reason =
      'a merge conflict is not resolved here; the decisions of both sides count until its marks are removed';
    return { kind: 'problem', reason };
  }
  const value = parseJson(line);
  if (value === undefined) return { kind: 'problem', reason: 'this line is no JSON and is passed over' };
  const parsed = decisionSchema.safeParse(value);
  if (parsed.success) return { kind: 'decision', decision: parsed.data };
  return { kind: 'problem', reason: `${whatIsWrong(value, parsed.error.issues)}; this line is passed over` };
}

/** The value, or undefined, which no JSON gives. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function whatIsWrong(value: unknown, issues: readonly Issue[]): string {
  if (isNewer(value)) return 'a later version of Corroborate wrote this decision';
  const [first] = issues;
  if (first === undefined) return 'this is no decision';
  const where = first.path.map(String).join('.');
  return where === '' ? first.message : `${where}: ${first.message}`;
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return typeof value.version === 'number' && value.version > LEDGER_VERSION;
}
