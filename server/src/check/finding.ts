/** Findings: what the articles say of one claim, in the words every surface shows. */

import { type Claim, isStatement } from '../claims/claim.ts';
import type { IsoDate } from '../corpus/article.ts';
import type { Place } from '../corpus/place.ts';
import type { Code } from '../rules/codes.ts';
import type { Span } from '../text/span.ts';

/** The fact-verification field's own four verdicts (AVeriTeC, Schlichtkrull et al. 2023). */
export type Verdict = 'supported' | 'refuted' | 'conflicting-evidence' | 'not-enough-evidence';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One passage of one article that bears on a claim. Offsets are those of the article's text. */
export interface Evidence extends Span {
  readonly article: string;
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: IsoDate | null;
  readonly url: string | null;
  /** The passage, `article.text.slice(start, end)`. */
  readonly text: string;
  /** 1-based line of `start` in the article. */
  readonly line: number;
  /** UTF-16 units from the start of that line to `start`. */
  readonly column: number;
  /** Where the passage stood in its file; absent where the article is its file, so that the line says it. */
  readonly place?: Place;
  /** What the passage gives for the claim (`about 750`), null for names and speakers without one. */
  readonly value: string | null;
  /** The parts of the passage to show marked: the figure, the differing words. Offsets of the article. */
  readonly marks: readonly Span[];
  /** Whether this passage agrees with the draft. */
  readonly agrees: boolean;
}

export interface Edit extends Span {
  readonly newText: string;
}

/** A correction of the draft. Titles are shown in the editor's menu as they stand. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** One stretch of whole words of a comparison of the draft's quote with the article's; blanks part the stretches. */
export interface DiffPart {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** A person's word that a claim holds, as the ledger has it. */
export interface SignOff {
  /** Names the decision in the ledger. */
  readonly id: string;
  /** The person's name. */
  readonly person: string;
  readonly date: IsoDate;
  readonly reason: string;
  /** What changed since, as the end of a sentence; null while the decision holds. */
  readonly change: string | null;
}

/** Those of the findings whose claims articles can bear on: the ones to be counted and listed. */
export function statementsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ claim }) => isStatement(claim));
}

export interface Finding {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Names the problem; null where there is nothing to report. */
  readonly code: Code | null;
  readonly severity: Severity | null;
  /** One calm sentence: what the articles say. Plain text, never Markdown. */
  readonly message: string;
  /** Best first. Never empty unless the verdict is `not-enough-evidence`. */
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** For quotes that differ: the article's words turned into the draft's. */
  readonly diff: readonly DiffPart[];
  /** For figures that follow from others: the arithmetic, `1973 − 1958 = 15`. */
  readonly derivation: string | null;
  /** Where a person verified the claim by hand; such a finding is not reported while the decision holds. */
  readonly signedOff?: SignOff;
}
