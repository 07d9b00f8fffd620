/** The check of names: people and bodies of a draft against the names that the articles use. */

import type { NameClaim } from '../../claims/claim.ts';
import type { NameWords } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import type { KnownName, NameAnswer, NameCorpus } from '../../corpus/index/nameCorpus.ts';
import type { Sentence } from '../../text/sentences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { DraftName } from './draftName.ts';
import { createKeptMentions, type KeptMentions, type Mention, mentionsOutside, nameAt } from './mentions.ts';
import { misspelling } from './misspelling.ts';
import { nameMismatchFinding, titleMismatchFinding } from './nameFindings.ts';
import { type AskedName, isKnown, type Shared, sharedNames } from './shared.ts';
import { type WrongOffice, wrongOffice } from './wrongOffice.ts';

/** What is kept of the names of a draft. */
export interface KeptNaming {
  readonly mentions: KeptMentions;
  /** The names of the draft and what is told by all of them together. */
  all: readonly AskedName[];
  shared: Shared;
}

/** Keeps nothing yet. */
export function createKeptNaming(): KeptNaming {
  return { mentions: createKeptMentions(), all: [], shared: sharedNames([]) };
}

/**
 * The findings on misspelt names and wrong titles, in order; names that agree give none. Names inside `quoted` spans
 * (in order) are left to the quotes. Rejects like `checkQuotes`. The answer is the same without `kept`.
 */
export async function checkNames(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  corpus: NameCorpus,
  options: CheckOptions,
  cancellation: Cancellation,
  kept: KeptNaming = createKeptNaming(),
): Promise<Finding[]> {
  const mentions = mentionsOutside(quoted, text, sentences, kept.mentions);
  const answers = await answersTo(mentions, corpus);
  throwIfCancelled(cancellation);
  const holders = await holdersOf(mentions, corpus);
  throwIfCancelled(cancellation);
  const shared = sharedBy([...answers.values()], kept);
  const findings: Promise<Finding | null>[] = [];
  for (const mention of mentions) {
    const asked = answers.get(mention.form.key);
    const problem = asked === undefined ? null : problemOf(text, mention, asked.answer, shared, holders);
    if (problem !== null) findings.push(findingOf(text, problem, corpus, options));
  }
  const told = (await Promise.all(findings)).filter((finding) => finding !== null);
  return told.filter(({ claim }, at) => !told.slice(0, at).some((other) => overlaps(other.claim, claim)));
}

/** What the articles know of each name, by its key, each asked for once. */
async function answersTo(
  mentions: readonly Mention[],
  corpus: NameCorpus,
): Promise<ReadonlyMap<string, AskedName>> {
  const words = new Map<string, NameWords['words']>();
  for (const { form } of mentions) if (!words.has(form.key)) words.set(form.key, form.name.words);
  const answers = words.size === 0 ? [] : await corpus.names([...words.values()]);
  const asked = new Map<string, AskedName>();
  for (const [at, [key, own]] of [...words].entries()) {
    const answer = answers[at];
    if (answer !== undefined) asked.set(key, { key, words: own, answer });
  }
  return asked;
}

/** What is told by all names together, which is the same while they and what is known of them are. */
function sharedBy(all: readonly AskedName[], kept: KeptNaming): Shared {
  const isSame =
    all.length === kept.all.length &&
    all.every(({ key, answer }, at) => key === kept.all[at]?.key && answer === kept.all[at]?.answer);
  if (!isSame) kept.shared = sharedNames(all);
  kept.all = all;
  return kept.shared;
}

/** The holders of every office that the draft writes before a name. */
async function holdersOf(
  mentions: readonly Mention[],
  corpus: NameCorpus,
): Promise<ReadonlyMap<string, readonly KnownName[]>> {
  const offices = new Set<string>();
  for (const { form } of mentions) {
    const office = form.name.title === null ? null : officeOf(form.name.title);
    if (office !== null) offices.add(office);
  }
  const asked = [...offices];
  const holders = asked.length === 0 ? [] : await corpus.holders(asked);
  return new Map(asked.map((office, index) => [office, holders[index] ?? []]));
}

/** What is wrong with a name: how it is written, or which office it is given. */
type Problem = { readonly one: DraftName } & (
  | { readonly kind: 'misspelt'; readonly better: KnownName }
  | { readonly kind: 'other-office'; readonly office: WrongOffice }
);

function problemOf(
  text: string,
  mention: Mention,
  answer: NameAnswer,
  shared: Shared,
  holders: ReadonlyMap<string, readonly KnownName[]>,
): Problem | null {
  const { form } = mention;
  if (!isKnown(answer, form.name.words)) {
    const one = placedName(text, mention, answer);
    const better = misspelling(text, one, shared);
    if (better !== null) return { kind: 'misspelt', one, better };
  }
  const office = wrongOffice(form.name, answer, holders);
  return office === null ? null : { kind: 'other-office', one: placedName(text, mention, answer), office };
}

async function findingOf(
  text: string,
  problem: Problem,
  corpus: NameCorpus,
  options: CheckOptions,
): Promise<Finding | null> {
  const { one } = problem;
  switch (problem.kind) {
    case 'misspelt':
      return nameMismatchFinding(claimOf(text, one, one.name), one.name, problem.better, corpus, options);
    case 'other-office': {
      const span = one.name.titleSpan;
      if (span === null) return null;
      return titleMismatchFinding(claimOf(text, one, span), one.name, problem.office, corpus, options);
    }
  }
}

function placedName(text: string, mention: Mention, answer: NameAnswer): DraftName {
  return { name: nameAt(text, mention), sentence: mention.sentence, answer };
}

function claimOf(text: string, { sentence }: DraftName, { start, end }: Span): NameClaim {
  return { kind: 'name', start, end, text: text.slice(start, end), sentence };
}
