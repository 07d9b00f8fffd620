/** Policy: the claim model and the thresholds that turn an assessment into an outcome. */

import type { Forest } from '../../match/forest.ts';
import { CLAIM_MODEL } from '../../match/models.ts';

/**
 * What a decision rests on. `scripts/train/thresholds.ts` prints what every other value of a threshold would find and
 * wrongly report, on articles that the model has not seen; docs/accuracy.md has the table.
 */
export interface Policy {
  readonly claims: Forest;
  /** A figure that no article has is refuted from this probability on. */
  readonly refutedFrom: number;
  /** In place of `refutedFrom` where the rival surely stands at the fact: finds four conflicts of 105 more for one alarm. */
  readonly refutedThereFrom: number;
  /** A rival that is as likely as this surely stands at the fact; between 0.2 and this one, such figures are mostly right. */
  readonly thereFrom: number;
  /**
   * The same for a figure that the article of the rival has anywhere, or another one from `standsFrom` on. There a word of
   * the fact put in other terms looks like another fact: at one threshold for both, 45 of 142 false alarms and 3 of 39
   * conflicts found stand at such figures.
   */
  readonly refutedElsewhereFrom: number;
  /**
   * An article that does not tell the fact otherwise has the figure where it may be meant from this likeness on. Of every
   * third draft, among 553 articles, five more swaps V and nine more swaps E are found for three false alarms more than if
   * the figure of any article counted.
   */
  readonly standsFrom: number;
  /**
   * A figure that an article has anywhere is refuted only where another value stands at the fact with this likeness: else
   * the articles do not say what would be right, and the place of the draft's value is as good as any.
   */
  readonly rivalFrom: number;
  /**
   * An ordinal is refuted only where another stands at the fact with this likeness: a draft numbers what it lists itself
   * (`in the fourth video`).
   */
  readonly rivalOrdinalFrom: number;
  /** An article that speaks of less than this share of what the draft speaks of there tells another story, and refutes nothing. */
  readonly tellsFrom: number;
  /** The same for a figure that is the difference, the years between or the share of two others: a few are so by chance. */
  readonly refutedDerivedFrom: number;
  /** What a figure is the sum of stands where the draft's fact may: the likeliest of its parts with this likeness. */
  readonly operandFrom: number;
  /**
   * From this likeness on, and where a slip of the pen makes the one of the other, a message names the other value and
   * offers to write it. Where a script had replaced a figure of a right draft, the value named is the one replaced in 1,196
   * of 1,304 cases; of 51 that are not named it would be in one.
   */
  readonly namedFrom: number;
  /** A slot with an agreeing value supports the claim from this likeness on. */
  readonly supportedFrom: number;
  /**
   * An article that speaks of less than this share of what the draft speaks of there tells another story, and bears a
   * figure out only from `supportedAnywhereFrom` on. Of every fourth draft of the development set, against all articles but
   * its own, 22.9 % of the figures are supported with this and 38.8 % without; against all articles no figure loses its own
   * article for it, and 66 instead of 90 of 2,168 rest on another one; against its own article alone 89.5 % are supported
   * either way. At 0.4 and 0.5 it would be 19.6 %, and 89.0 % of its own.
   */
  readonly supportTellsFrom: number;
  /** At a place as like the draft's as this the same is told, whatever else the article tells. */
  readonly supportedAnywhereFrom: number;
  /** A slot of the same number under another bound decides from this likeness on. */
  readonly boundFrom: number;
  /** Two articles disagree only where both surely speak of the same fact. */
  readonly disagreeFrom: number;
  /** An article that speaks of this share of what the draft speaks of here tells the same story; others add up by chance. */
  readonly relatedFrom: number;
}

export const POLICY: Policy = {
  claims: CLAIM_MODEL,
  refutedFrom: 0.7,
  refutedThereFrom: 0.2,
  thereFrom: 0.4,
  refutedElsewhereFrom: 0.93,
  standsFrom: 0.02,
  rivalFrom: 0.05,
  rivalOrdinalFrom: 0.3,
  tellsFrom: 0.25,
  refutedDerivedFrom: 0.98,
  operandFrom: 0.06,
  namedFrom: 0.2,
  supportedFrom: 0.1,
  supportTellsFrom: 0.33,
  supportedAnywhereFrom: 0.45,
  boundFrom: 0.1,
  disagreeFrom: 0.5,
  relatedFrom: 0.7,
};
