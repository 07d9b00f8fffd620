/** Suppression: comments in a draft by which its writer says that a finding is known and need not be reported. */

import type { Finding } from '../check/finding.ts';
import type { Span } from '../text/span.ts';
import {
  type Commented,
  coverage,
  type Directive,
  endsArea,
  oneLine,
  readDirectives,
} from './suppressionDirectives.ts';

/**
 * The findings with those that the draft's comments suppress left unreported: verdict and evidence stay, code and
 * severity are null. Claims inside of the comments themselves are dropped.
 */
export function suppress(draft: Commented, findings: readonly Finding[]): readonly Finding[] {
  const areas = areasOf(draft, readDirectives(draft));
  if (areas.length === 0) return findings;
  return findings
    .filter(
      ({ claim }) => !draft.comments.some((each) => each.start <= claim.start && claim.start < each.end),
    )
    .map((finding) =>
      areas.some((area) => suppresses(area, finding)) ? { ...finding, code: null, severity: null } : finding,
    );
}

/** What a directive of a draft does. */
export interface DirectiveUse {
  readonly directive: Directive;
  /** The codes of the findings that it suppresses; for an `enable`, those of which it ends the suppression. */
  readonly used: ReadonlySet<string>;
  /** Whether it does anything at all. */
  readonly isUsed: boolean;
}

/** What each directive of the draft does to `findings`, which are those before any was suppressed. */
export function directiveUses(draft: Commented, findings: readonly Finding[]): readonly DirectiveUse[] {
  const directives = readDirectives(draft);
  const areas = areasOf(draft, directives);
  return directives.map((directive, at) => {
    if (directive.kind === 'enable') {
      const isUsed = directives
        .slice(0, at)
        .some((each) => each.kind === 'disable' && endsArea(each, directive));
      return { directive, used: new Set(directive.codes.map(({ code }) => code)), isUsed };
    }
    const own = areas.filter((area) => area.directive === directive);
    const suppressed = findings.filter((finding) => own.some((area) => suppresses(area, finding)));
    const used = new Set(suppressed.flatMap(({ code }) => (code === null ? [] : [code])));
    return { directive, used, isUsed: suppressed.length > 0 };
  });
}

/** A directive and the text in which it holds. */
interface Area extends Span {
  readonly directive: Directive;
}

function areasOf(draft: Commented, directives: readonly Directive[]): readonly Area[] {
  const covered = coverage(draft, directives);
  return directives.flatMap((directive, at) => {
    const span = covered[at] ?? null;
    return span === null ? [] : [{ ...span, directive }];
  });
}

function suppresses({ start, end, directive }: Area, { claim, code }: Finding): boolean {
  if (code === null || claim.start < start || claim.start >= end) return false;
  if (directive.codes.length > 0 && !directive.codes.some((named) => named.code === code)) return false;
  return directive.words === null || isNamedBy(claim.text, directive.words);
}

/** How a claim is named in a directive: its words on one line, long ones cut with `…`. */
export function nameOf(claimText: string): string {
  const words = oneLine(claimText);
  return words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).trimEnd()}…`;
}

/** Enough to tell quotes apart, and short enough for a comment of one line within the width of wrapped text. */
const LONGEST_NAME = 30;

function isNamedBy(claimText: string, words: string): boolean {
  const claim = oneLine(claimText);
  return words.endsWith('…') ? claim.startsWith(words.slice(0, -1)) : claim === words;
}
