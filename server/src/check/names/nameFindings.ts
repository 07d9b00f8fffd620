/** The findings of misspelt names and wrong titles. */

import type { NameClaim } from '../../claims/claim.ts';
import type { Name } from '../../claims/name.ts';
import type { KnownName, NameMention } from '../../corpus/index/nameCorpus.ts';
import { nameMismatchMessage } from '../../rules/name-mismatch.ts';
import { titleMismatchMessage } from '../../rules/title-mismatch.ts';
import { lastStartingBefore, type Span } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import type { WrongOffice } from './wrongOffice.ts';

/** The finding that the articles write `known` where the draft has `name`. */
export function nameMismatchFinding(
  claim: NameClaim,
  name: Name,
  known: KnownName,
  options: CheckOptions,
): Finding {
  const newText = name.words.length === 1 ? (known.text.split(/\s+/).at(-1) ?? known.text) : known.text;
  const [mention] = known.mentions;
  const evidence = mention === undefined ? [] : [evidenceAt(mention, mention, newText)];
  const [first] = evidence;
  return {
    ...refuted(claim, evidence),
    code: 'name-mismatch',
    severity: severityOf('name-mismatch', options),
    message: first === undefined ? '' : nameMismatchMessage(first, newText, claim.text),
    fixes: [{ title: `Change to ${newText}`, edits: [{ start: claim.start, end: claim.end, newText }] }],
  };
}

/** The finding that the articles give the draft's title to another person. */
export function titleMismatchFinding(
  claim: NameClaim,
  name: Name,
  office: WrongOffice,
  options: CheckOptions,
): Finding {
  const { mention, title, holder } = office;
  const evidence = [evidenceAt(mention, mention.titleSpan ?? mention, title)];
  const held = holder.mentions.find((one) => one.titleSpan !== null);
  if (held !== undefined) evidence.push(evidenceAt(held, held.titleSpan ?? held, held.title ?? holder.text));
  const [first] = evidence;
  return {
    ...refuted(claim, evidence),
    code: 'title-mismatch',
    severity: severityOf('title-mismatch', options),
    message:
      first === undefined ? '' : titleMismatchMessage(first, name.text, title, claim.text, holder.text),
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

function evidenceAt(mention: NameMention, mark: Span, value: string): Evidence {
  const { article } = mention;
  const sentences = article.sentences.map(({ sentence }) => sentence);
  const sentence = sentences[lastStartingBefore(sentences, mention.start)] ?? mention;
  return evidenceOf(article.article, {
    passage: { start: sentence.start, end: Math.max(sentence.end, mention.end) },
    marks: [{ start: mark.start, end: mark.end }],
    value,
    agrees: false,
  });
}
