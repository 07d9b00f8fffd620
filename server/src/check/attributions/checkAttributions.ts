/** The check of attributions: whether the articles give a reported statement to the one whom the draft names. */

import type { AttributionClaim } from '../../claims/claim.ts';
import type { QuoteCorpus, QuotePassage } from '../../corpus/index/quoteCorpus.ts';
import { misattributedMessage } from '../../rules/misattributed.ts';
import { supportedMessage } from '../../rules/supported.ts';
import { normalWords } from '../../text/normalise.ts';
import { spellingKey } from '../../text/spelling.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import { evidenceOf } from '../evidence.ts';
import type { Finding, Severity } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { type Statement, sameStatements, speaks } from './statements.ts';

/** Passages asked for and compared closely. */
const CANDIDATES = 6;

/**
 * The findings on reported statements that the articles surely hold, in order; statements that no article has are the
 * other checks' business and give none. Rejects like `checkQuotes`.
 */
export async function checkAttributions(
  draft: string,
  claims: readonly AttributionClaim[],
  corpus: QuoteCorpus,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const queries = claims.map(({ attribution }) => ({
    words: normalWords(draft, attribution.content).map((word) => spellingKey(word.norm)),
    mode: 'near' as const,
    limit: CANDIDATES,
  }));
  const passages = queries.length === 0 ? [] : await corpus.passages(queries);
  throwIfCancelled(cancellation);
  return claims.flatMap((claim, index) => {
    const finding = judge(draft, claim, passages[index] ?? [], options);
    return finding === null ? [] : [finding];
  });
}

function judge(
  draft: string,
  claim: AttributionClaim,
  passages: readonly QuotePassage[],
  options: CheckOptions,
): Finding | null {
  const statements = sameStatements(draft, claim, passages);
  const agreeing = statements.find((statement) => speaks(claim, statement) === 'yes');
  if (agreeing !== undefined) return supported(claim, agreeing);
  const [first] = statements;
  const speaker = first?.speaker ?? null;
  if (first === undefined || speaker === null) return null;
  if (statements.some((statement) => speaks(claim, statement) !== 'no')) return null;
  const evidence = testify(first, 'differs');
  const ours = claim.attribution.speaker ?? claim.text;
  const fix = { start: claim.start, end: claim.end, newText: speaker.name };
  return {
    claim,
    verdict: 'refuted',
    code: 'misattributed',
    severity: lowered(severityOf('misattributed', options)),
    message: misattributedMessage(evidence, speaker.name, ours),
    evidence: [evidence],
    fixes: [{ title: `Change to ${speaker.name}`, edits: [fix] }],
    diff: [],
    derivation: null,
  };
}

function supported(claim: AttributionClaim, statement: Statement): Finding {
  const evidence = testify(statement, 'agrees');
  return {
    claim,
    verdict: 'supported',
    code: null,
    severity: null,
    message: supportedMessage({ ...evidence, value: null }),
    evidence: [evidence],
    fixes: [],
    diff: [],
    derivation: null,
  };
}

/** A paraphrase can be given to two people in good faith, so it is never louder than information. */
function lowered(severity: Severity | null): Severity | null {
  return severity === 'error' || severity === 'warning' ? 'information' : severity;
}

function testify({ article, sentence, source, speaker }: Statement, stance: 'agrees' | 'differs') {
  return evidenceOf(article.article, {
    passage: { start: sentence.start, end: sentence.end },
    marks: source === null ? [] : [source],
    value: speaker?.name ?? null,
    agrees: stance === 'agrees',
  });
}
