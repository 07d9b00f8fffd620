/** Claims: the checkable statements of a draft, each with its span and its sentence. */

import type { Quantity } from '../quantity/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

export type ClaimKind = 'figure' | 'date' | 'quote' | 'attribution' | 'name' | 'citation' | 'suppression';

interface ClaimBase extends Span {
  /** As written, `text.slice(start, end)`. */
  readonly text: string;
  /** The sentence of the draft in which the claim starts. */
  readonly sentence: Sentence;
}

/** A figure or a date. */
export interface QuantityClaim extends ClaimBase {
  readonly kind: 'figure' | 'date';
  readonly quantity: Quantity;
  /** The quantity with its bound words and unit, as written (`fewer than 5,000`). */
  readonly extentText: string;
}

/** Words between quotation marks. The span is that of the words, without the outer marks. */
export interface QuoteClaim extends ClaimBase {
  readonly kind: 'quote';
  /** The quoted stretches in order: one, or more when a “he said” stands in between. */
  readonly parts: readonly Span[];
  /** Who is said to have said it. */
  readonly attribution: Attribution | null;
}

/** Reported speech without quotation marks: `Esper said the troops would go to Kuwait`. The span is the source's name. */
export interface AttributionClaim extends ClaimBase {
  readonly kind: 'attribution';
  readonly attribution: Attribution;
}

/** A person, organisation or title that the articles may write otherwise. */
export interface NameClaim extends ClaimBase {
  readonly kind: 'name';
}

/** Who said what, in PolNeAR's terms: source, cue, content. */
export interface Attribution {
  /** The words that name the speaker, as written. */
  readonly source: Span;
  readonly sourceText: string;
  /** The speaker's name after pronouns and roles are resolved within the paragraph; null when unclear. */
  readonly speaker: string | null;
  /** `said`, `told reporters`, `according to`. */
  readonly cue: Span;
  /** The reported words. */
  readonly content: Span;
}

/** A label or key that should lead to a source: what it claims is that the source is there. It says nothing of facts. */
export interface CitationClaim extends ClaimBase {
  readonly kind: 'citation';
}

/** A comment of the draft that is to keep findings quiet, or a code in it. It claims nothing and has no sentence. */
export interface SuppressionClaim extends ClaimBase {
  readonly kind: 'suppression';
}

/** Whether a claim says something that articles can bear on, and so is counted and listed among the claims. */
export function isStatement({ kind }: { readonly kind: ClaimKind }): boolean {
  return kind !== 'suppression' && kind !== 'citation';
}

export type Claim =
  | QuantityClaim
  | QuoteClaim
  | AttributionClaim
  | NameClaim
  | CitationClaim
  | SuppressionClaim;
