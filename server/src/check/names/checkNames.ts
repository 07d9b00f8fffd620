/** The check of names: people and bodies of a draft against the names that the articles use. */

import type { NameClaim } from '../../claims/claim.ts';
import type { NameWords } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import type { KnownName, NameAnswer, NameCorpus } from '../../corpus/index/nameCorpus.ts';
import { carryValues } from '../../draft/carriedList.ts';
import type { Sentence } from '../../text/sentences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { DraftName } from './draftName.ts';
import { type Mention, NO_NAMES, nameAt, namesOutside, type OutsideNames } from './mentions.ts';
import { misspelling } from './misspelling.ts';
import { nameMismatchFinding, titleMismatchFinding } from './nameFindings.ts';
import { type AskedName, isKnown, type Shared, sharedNames } from './shared.ts';
import { type WrongOffice, wrongOffice } from './wrongOffice.ts';

/** What is kept of the names of a draft. */
export interface KeptNaming {
  last: Naming;
}

/** Keeps nothing yet. */
export function createKeptNaming(): KeptNaming {
  return { last: { names: NO_NAMES, known: null, doubtful: [] } };
}

/** What is known of the names of one version of a draft. */
interface Naming {
  readonly names: OutsideNames;
  readonly known: KnownNames | null;
  /** The names of each sentence that the articles do not have as the draft has them. */
  readonly doubtful: readonly (readonly Mention[])[];
}

/** What the articles know of the names and offices of a draft, and what is told by all its names together. */
interface KnownNames {
  /** By the keys of the names. */
  readonly answers: ReadonlyMap<string, NameAnswer>;
  readonly holders: ReadonlyMap<string, readonly KnownName[]>;
  readonly shared: Shared;
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
  const { last } = kept;
  const { names, change } = namesOutside(text, sentences, quoted, last.names);
  const { prefix, before, after } = change;
  const isSame = areNamesSame(last.names.values.slice(prefix, before), names.values.slice(prefix, after));
  const known = (isSame ? last.known : null) ?? (await knownNames(names.values.flat(), corpus));
  throwIfCancelled(cancellation);
  const doubtfulOf = (mentions: readonly Mention[]): readonly Mention[] =>
    mentions.length === 0 ? mentions : mentions.filter((mention) => isDoubtful(mention, known));
  const doubtful =
    known === last.known
      ? carryValues(
          last.doubtful,
          change,
          names.values.slice(prefix, after).map(doubtfulOf),
          (value) => value,
        )
      : names.values.map(doubtfulOf);
  kept.last = { names, known, doubtful };
  const problems = doubtful.flatMap((mentions, at) => {
    const sentence = sentences[at];
    if (sentence === undefined) return [];
    return mentions.map((mention) => problemOf(text, sentence, mention, known));
  });
  const findings = problems.map((problem) =>
    problem === null ? null : findingOf(text, problem, corpus, options),
  );
  const told = (await Promise.all(findings)).filter((finding) => finding !== null);
  return told.filter(({ claim }, at) => !told.slice(0, at).some((other) => overlaps(other.claim, claim)));
}

/** Whether two stretches of a draft have the same names with the same titles, in the same order. */
function areNamesSame(
  before: readonly (readonly Mention[])[],
  now: readonly (readonly Mention[])[],
): boolean {
  const old = before.flat();
  const own = now.flat();
  return (
    old.length === own.length &&
    own.every(
      ({ form }, at) => form.key === old[at]?.form.key && form.name.title === old[at]?.form.name.title,
    )
  );
}

/** What the articles know of names and of the offices before them, each asked for once. */
async function knownNames(mentions: readonly Mention[], corpus: NameCorpus): Promise<KnownNames> {
  const words = new Map<string, NameWords['words']>();
  const offices = new Set<string>();
  for (const { form } of mentions) {
    if (!words.has(form.key)) words.set(form.key, form.name.words);
    const office = form.name.title === null ? null : officeOf(form.name.title);
    if (office !== null) offices.add(office);
  }
  const told = words.size === 0 ? [] : await corpus.names([...words.values()]);
  const held = offices.size === 0 ? [] : await corpus.holders([...offices]);
  const asked: readonly AskedName[] = [...words.keys()].flatMap((key, at) => {
    const answer = told[at];
    return answer === undefined ? [] : [{ key, answer }];
  });
  return {
    answers: new Map(asked.map(({ key, answer }) => [key, answer])),
    holders: new Map([...offices].map((office, at) => [office, held[at] ?? []])),
    shared: sharedNames(asked),
  };
}

/** Whether the articles do not have the name, or give its office to somebody else. */
function isDoubtful({ form: { key, name } }: Mention, { answers, holders }: KnownNames): boolean {
  const answer = answers.get(key);
  if (answer === undefined) return false;
  return !isKnown(answer) || wrongOffice(name, answer, holders) !== null;
}

/** What is wrong with a name: how it is written, or which office it is given. */
type Problem = { readonly one: DraftName } & (
  | { readonly kind: 'misspelt'; readonly better: KnownName }
  | { readonly kind: 'other-office'; readonly office: WrongOffice }
);

function problemOf(
  text: string,
  sentence: Sentence,
  mention: Mention,
  { answers, holders, shared }: KnownNames,
): Problem | null {
  const answer = answers.get(mention.form.key);
  const name = nameAt(text, sentence, mention);
  if (answer === undefined || name === null) return null;
  const one = { name, sentence, answer };
  const better = misspelling(text, one, shared);
  if (better !== null) return { kind: 'misspelt', one, better };
  const office = wrongOffice(name, answer, holders);
  return office === null ? null : { kind: 'other-office', one, office };
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

function claimOf(text: string, { sentence }: DraftName, { start, end }: Span): NameClaim {
  return { kind: 'name', start, end, text: text.slice(start, end), sentence };
}
