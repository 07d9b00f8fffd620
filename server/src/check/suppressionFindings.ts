/** Findings on suppression comments: those that name a code or an action there is not, and those that suppress nothing. */

import type { Draft } from '../draft/draft.ts';
import { type DirectiveUse, directiveUses } from '../draft/suppression.ts';
import { readUnknownActions, type UnknownAction } from '../draft/suppressionDirectives.ts';
import { CODES, type Code } from '../rules/codes.ts';
import { unknownActionMessage, unknownCodeMessage } from '../rules/suppression-unknown-code.ts';
import { unusedSuppressionMessage } from '../rules/suppression-unused.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Finding, Fix } from './finding.ts';
import type { CheckOptions } from './options.ts';
import { severityOf } from './severity.ts';

/** How far the findings that a comment may suppress are known. */
export type Knowledge = 'complete' | 'incomplete';

/**
 * What is to be said of the draft's suppression comments. `findings` are those before any was suppressed. While they are
 * incomplete, no comment is said to be useless.
 */
export function suppressionFindings(
  draft: Draft,
  findings: readonly Finding[],
  options: CheckOptions,
  knowledge: Knowledge,
): readonly Finding[] {
  const uses = directiveUses(draft, findings).flatMap((use) => [
    ...unknownCodes(draft, use, options),
    ...(knowledge === 'complete' ? unusedParts(draft, use, options) : []),
  ]);
  return [...uses, ...readUnknownActions(draft).map((each) => unknownAction(draft, each, options))];
}

function unknownAction(
  draft: Draft,
  { comment, name, meant }: UnknownAction,
  options: CheckOptions,
): Finding {
  const message = unknownActionMessage(draft.text.slice(name.start, name.end), meant);
  const fix =
    meant === null
      ? removal(draft, name, removeComment(draft, comment))
      : { title: `Change to ${meant}`, edits: [{ ...name, newText: meant }] };
  return finding(draft, name, 'suppression-unknown-code', message, fix, options);
}

function unknownCodes(draft: Draft, { directive }: DirectiveUse, options: CheckOptions): readonly Finding[] {
  return directive.codes
    .filter(({ code }) => !isCode(code))
    .map((named) => {
      const edit =
        directive.codes.length === 1 ? removeComment(draft, directive) : removeCode(draft.text, named);
      const message = unknownCodeMessage(named.code);
      return finding(draft, named, 'suppression-unknown-code', message, removal(draft, named, edit), options);
    });
}

/** The comment where it suppresses nothing, else those of its codes that do not. */
function unusedParts(
  draft: Draft,
  { directive, used, isUsed }: DirectiveUse,
  options: CheckOptions,
): readonly Finding[] {
  const known = directive.codes.filter(({ code }) => isCode(code));
  if (known.some(({ code }) => !isJudged(code, options))) return [];
  if (directive.codes.length > 0 && known.length === 0) return [];
  if (!isUsed) {
    const message = unusedSuppressionMessage(null);
    const fix = removal(draft, directive, removeComment(draft, directive));
    return [finding(draft, directive, 'suppression-unused', message, fix, options)];
  }
  return known
    .filter(({ code }) => !used.has(code))
    .map((named) => {
      const message = unusedSuppressionMessage(named.code);
      const fix = removal(draft, named, removeCode(draft.text, named));
      return finding(draft, named, 'suppression-unused', message, fix, options);
    });
}

function isCode(code: string): code is Code {
  return CODES.some((each) => each === code);
}

/** Whether what a code names was looked for: it is reported at all, and not only after this check is over. */
function isJudged(code: string, options: CheckOptions): boolean {
  return isCode(code) && code !== 'sign-off-outdated' && severityOf(code, options) !== null;
}

function finding(
  draft: Draft,
  { start, end }: Span,
  code: Code,
  message: string,
  fix: Fix,
  options: CheckOptions,
): Finding {
  const span = { start, end };
  const severity = severityOf(code, options);
  const text = draft.text.slice(start, end);
  return {
    claim: { kind: 'suppression', ...span, text, sentence: { ...span, index: 0, paragraph: 0, tokens: [] } },
    verdict: 'not-enough-evidence',
    code: severity === null ? null : code,
    severity,
    message,
    evidence: [],
    fixes: [fix],
    diff: [],
    derivation: null,
  };
}

/** Takes out what is told of, or the whole comment where nothing of it would be left. */
function removal(draft: Draft, { start, end }: Span, edit: Edit): Fix {
  const title = isWhole(draft, edit) ? 'Remove this comment' : `Remove ${draft.text.slice(start, end)}`;
  return { title, edits: [edit] };
}

function isWhole({ comments }: Draft, edit: Edit): boolean {
  return comments.some(({ start, end }) => edit.start <= start && end <= edit.end);
}

/** Takes a comment out, and its line where it has that for itself. */
function removeComment({ text, comments }: Draft, { start, end }: Span): Edit {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const lineEnd = feed < 0 ? text.length : feed;
  const own = comments.find((each) => each.start <= start && end <= each.end);
  if (text.slice(line, start).trim() === '' && text.slice(own?.end ?? end, lineEnd).trim() === '') {
    return { start: line, end: Math.min(lineEnd + 1, text.length), newText: '' };
  }
  let from = start;
  while (from > line && /[ \t]/.test(text.charAt(from - 1))) from -= 1;
  return { start: from, end, newText: '' };
}

/** Takes a code out with the blanks and the comma in front of it, or those behind the first one. */
function removeCode(text: string, { start, end }: Span): Edit {
  let from = start;
  while (start - from < LONGEST_GAP && /[\s,]/.test(text.charAt(from - 1))) from -= 1;
  if (text.slice(from, start).includes(',')) return { start: from, end, newText: '' };
  const after = /^\s*,?[ \t]*/.exec(text.slice(end, end + LONGEST_GAP))?.[0] ?? '';
  return { start, end: end + after.length, newText: '' };
}

/** UTF-16 units between two codes. */
const LONGEST_GAP = 20;
