/** The findings of misspelt names and wrong titles. */

import type { NameClaim } from '../../claims/claim.ts';
import type { Name } from '../../claims/name.ts';
import type { KnownName, NameCorpus, NameMention } from '../../corpus/index/nameCorpus.ts';
import { nameMismatchMessage } from '../../rules/name-mismatch.ts';
import { titleMismatchMessage } from '../../rules/title-mismatch.ts';
import { lastStartingBefore, type Span } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import type { WrongOffice } from './wrongOffice.ts';

/** The finding that the articles write `known` where the draft has `name`; null when its article is gone by now. */
export async function nameMismatchFinding(
  claim: NameClaim,
  name: Name,
  known: KnownName,
  corpus: NameCorpus,
  options: CheckOptions,
): Promise<Finding | null> {
  const newText = name.words.length === 1 ? (known.text.split(/\s+/).at(-1) ?? known.text) : known.text;
  const first = await evidenceAt(known.first, known.first, newText, corpus);
  if (first === null) return null;
  return {
    ...refuted(claim, [first]),
    code: 'name-mismatch',
    severity: severityOf('name-mismatch', options),
    message: nameMismatchMessage(first, newText, claim.text),
    fixes: [{ title: `Change to ${newText}`, edits: [{ start: claim.start, end: claim.end, newText }] }],
  };
}

/** The finding that the articles give the draft's title to another person; null when the article is gone by now. */
export async function titleMismatchFinding(
  claim: NameClaim,
  name: Name,
  office: WrongOffice,
  corpus: NameCorpus,
  options: CheckOptions,
): Promise<Finding | null> {
  const { mention, title, holder } = office;
  const first = await evidenceAt(mention, mention.titleSpan ?? mention, title, corpus);
  if (first === null) return null;
  const held = holder.offices.find((one) => one.office === office.office)?.mention;
  const other =
    held === undefined
      ? null
      : await evidenceAt(held, held.titleSpan ?? held, held.title ?? holder.text, corpus);
  return {
    ...refuted(claim, other === null ? [first] : [first, other]),
    code: 'title-mismatch',
    severity: severityOf('title-mismatch', options),
    message: titleMismatchMessage(first, name.text, title, claim.text, holder.text),
    fixes: [{ title: `Change to ${title}`, edits: [{ start: claim.start, end: claim.end, newText: title }] }],
  };
}

function refuted(claim: NameClaim, evidence: readonly Evidence[]): Finding {
  return {
    claim,
    verdict: 'refuted',
    code: null,
    severity: null,
    message: '',
    evidence,
    fixes: [],
    diff: [],
    derivation: null,
  };
}

/** The evidence of a mention; null when its article is gone by now. */
async function evidenceAt(
  mention: NameMention,
  mark: Span,
  value: string,
  corpus: NameCorpus,
): Promise<Evidence | null> {
  const article = await corpus.article(mention.article);
  if (article === undefined) return null;
  const sentences = article.sentences.map(({ sentence }) => sentence);
  const sentence = sentences[lastStartingBefore(sentences, mention.start)] ?? mention;
  return evidenceOf(article.article, {
    passage: { start: sentence.start, end: Math.max(sentence.end, mention.end) },
    marks: [{ start: mark.start, end: mark.end }],
    value,
    agrees: false,
  });
}
