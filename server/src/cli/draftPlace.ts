/** Places of claims as they are typed: `story.md:3:24`, as `check` prints them, or `story.md:3` for the one in that line. */

import type { Finding } from '../check/finding.ts';
import { type Lines, linesOf, type Place } from '../text/lines.ts';
import { CliError } from './cliError.ts';

export interface DraftPlace {
  /** The draft's path as typed. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units; null for whatever is in the line. */
  readonly column: number | null;
}

/** The last one or two numbers; what stands before them is the path, which may hold colons itself. */
const PLACE = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s;

/** Throws `CliError` where there is no line. */
export function parsePlace(typed: string): DraftPlace {
  const [, path, line, column] = PLACE.exec(typed) ?? [];
  if (path === undefined || line === undefined)
    throw new CliError(`${typed} names no claim: write the draft with line and column, as in story.md:3:24`);
  return { path, line: Number(line), column: column === undefined ? null : Number(column) };
}

/**
 * The one finding of `findings` at the place; of a line the one that is reported, else its only claim. Throws `CliError`
 * where there is none, or where the line has several.
 */
export function findingIn(findings: readonly Finding[], text: string, place: DraftPlace): Finding {
  const lines = linesOf(text);
  const inLine = findings.filter(({ claim }) => lines.placeOf(claim.start).line === place.line);
  const found = place.column === null ? preferred(inLine) : atColumn(inLine, lines, place.column);
  const [first, second] = found;
  if (first === undefined) throw new CliError(`no claim ${nameOf(place)}${othersIn(inLine, lines)}`);
  if (second !== undefined) throw new CliError(`several claims ${nameOf(place)}${othersIn(found, lines)}`);
  return first;
}

/** What `check` prints counts before what it leaves out. */
function preferred(findings: readonly Finding[]): readonly Finding[] {
  const reported = findings.filter(({ severity }) => severity !== null);
  return reported.length > 0 ? reported : findings;
}

/** The claims that begin there; else the shortest that the column lies in, as in an editor. */
function atColumn(findings: readonly Finding[], lines: Lines, column: number): readonly Finding[] {
  const beginning = findings.filter(({ claim }) => lines.placeOf(claim.start).column === column);
  if (beginning.length > 0) return preferred(beginning);
  return findings
    .filter(({ claim }) => {
      const { column: from } = lines.placeOf(claim.start);
      return from <= column && column <= from + claim.end - claim.start;
    })
    .toSorted((a, b) => a.claim.end - a.claim.start - (b.claim.end - b.claim.start))
    .slice(0, 1);
}

function nameOf({ path, line, column }: DraftPlace): string {
  return column === null ? `in line ${line} of ${path}` : `at ${path}:${line}:${column}`;
}

function othersIn(findings: readonly Finding[], lines: Lines): string {
  if (findings.length === 0) return '';
  const listed = findings.map(({ claim }) => {
    const { line, column }: Place = lines.placeOf(claim.start);
    return `${line}:${column} “${claim.text.replace(/\s+/gu, ' ')}”`;
  });
  return `; there are ${listed.join(', ')}`;
}
