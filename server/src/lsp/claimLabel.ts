/** Labels of claims in lists: their words, and what follows them where they say little alone. */

import type { Claim } from '../claims/claim.ts';
import type { Span } from '../text/span.ts';

/**
 * A claim of `text` on one line of about `longest` UTF-16 units: a figure with its bound and a date with the words that
 * follow, `at least 55 fighters and wounded 25`; a quotation in quotation marks; a name as it is.
 */
export function claimLabel(text: string, claim: Claim, longest: number): string {
  switch (claim.kind) {
    case 'figure':
    case 'date':
      return oneLine(text, { start: startOf(claim), end: Math.max(claim.end, claim.sentence.end) }, longest);
    case 'quote':
      return `“${oneLine(text, claim, longest)}”`;
    case 'attribution':
    case 'name':
    case 'citation':
    case 'suppression':
      return oneLine(text, claim, longest);
  }
}

/** Where the words of the bound begin, if they stand right before the figure. */
function startOf({ start, end, quantity }: Extract<Claim, { kind: 'figure' | 'date' }>): number {
  const { extent } = quantity;
  const isAround = extent.start <= start && end <= extent.end && start - extent.start <= LONGEST_BOUND;
  return isAround ? extent.start : start;
}

/** UTF-16 units: `not significantly fewer than` and a space. */
const LONGEST_BOUND = 29;

/** Cut at a space. Breaks, and marks that would turn the direction of the text around, become spaces. */
function oneLine(text: string, { start, end }: Span, longest: number): string {
  // Blanks in a row become one, so twice the length is enough to read on.
  const read = text.slice(start, Math.min(end, start + 2 * longest));
  const words = read.replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  // A full stop after a figure looks like a part of it.
  if (words.length <= longest && start + read.length === end) return words.replace(/[.,;:]$/u, '');
  const space = words.lastIndexOf(' ', longest);
  return `${words.slice(0, space > 0 ? space : longest)}…`;
}
