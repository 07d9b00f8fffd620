/** Consistency of a draft: tells of the figures that an earlier sentence gives otherwise, where the articles have not decided. */

import type { DraftSentence } from '../../draft/analyse.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { draftInconsistentMessage } from '../../rules/draft-inconsistent.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { correction, type Written } from './correction.ts';
import { findInconsistencies, type Inconsistency, type KeptHeads } from './inconsistent.ts';

/** The findings, those of figures that the draft gives twice and otherwise with a code of their own. `text` is the draft's, `kept` what its last check knew. */
export function withConsistency(
  text: string,
  sentences: readonly DraftSentence[],
  findings: readonly Finding[],
  options: CheckOptions,
  kept: KeptHeads,
): readonly Finding[] {
  const found = findInconsistencies(sentences, kept);
  if (found.length === 0) return findings;
  const byStart = new Map(found.map((one) => [one.figure.start, one] as const));
  const earlier = new Set(found.map((one) => one.earlier.start));
  const decided = new Set(
    findings.flatMap((finding) => {
      const { start } = finding.claim;
      return earlier.has(start) && isDecided(finding) ? [start] : [];
    }),
  );
  return findings.map((finding) => {
    const one = byStart.get(finding.claim.start);
    const settled = one === undefined || isDecided(finding) || decided.has(one.earlier.start);
    return settled ? finding : inconsistent(text, finding, one, options);
  });
}

/** Whether the articles contradict the figure: then that is what the writer needs to know. */
function isDecided({ verdict }: Finding): boolean {
  return verdict === 'refuted' || verdict === 'conflicting-evidence';
}

function inconsistent(
  text: string,
  finding: Finding,
  { figure, earlier, sentence }: Inconsistency,
  options: CheckOptions,
): Finding {
  const { start, end } = sentence.sentence;
  const told = (quantity: Quantity): Written => ({
    quantity,
    extentText: text.slice(quantity.extent.start, quantity.extent.end),
  });
  return {
    ...finding,
    code: 'draft-inconsistent',
    severity: severityOf('draft-inconsistent', options),
    message: draftInconsistentMessage(
      text.slice(earlier.extent.start, earlier.extent.end),
      text.slice(start, end),
    ),
    fixes: correction(told(figure), told(earlier)),
  };
}
