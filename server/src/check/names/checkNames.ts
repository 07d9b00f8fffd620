/** The check of names: people and bodies of a draft against the names that the articles use. */

import type { NameClaim } from '../../claims/claim.ts';
import { nameKey } from '../../claims/name.ts';
import { mentionsIn } from '../../claims/people.ts';
import { officeOf } from '../../claims/title.ts';
import type { KnownName, NameAnswer, NameCorpus } from '../../corpus/index/nameCorpus.ts';
import type { Sentence } from '../../text/sentences.ts';
import { contains, lastStartingBefore, overlaps, type Span } from '../../text/span.ts';
import { type Cancellation, throwIfCancelled } from '../cancellation.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { DraftName } from './draftName.ts';
import { misspelling } from './misspelling.ts';
import { nameMismatchFinding, titleMismatchFinding } from './nameFindings.ts';
import { withoutOpening } from './opening.ts';
import { isKnown, type Shared, sharedNames } from './shared.ts';
import { wrongOffice } from './wrongOffice.ts';

/**
 * The findings on misspelt names and wrong titles, in order; names that agree give none. Names inside `quoted` spans
 * (in order) are left to the quotes. Rejects like `checkQuotes`.
 */
export async function checkNames(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  corpus: NameCorpus,
  options: CheckOptions,
  cancellation: Cancellation,
): Promise<Finding[]> {
  const groups = await groupsOf(mentionsOutside(quoted, text, sentences), corpus);
  throwIfCancelled(cancellation);
  const shared = sharedNames(groups.map(({ first, answer }) => ({ ...first, answer })));
  const doubtful = groups
    .flatMap(({ mentions, answer }) => mentions.map((one) => ({ ...one, answer })))
    .sort((a, b) => a.name.start - b.name.start);
  const holders = await holdersOf(doubtful, corpus);
  throwIfCancelled(cancellation);
  const findings = await Promise.all(
    doubtful.map((one) => judge(text, one, shared, holders, corpus, options)),
  );
  const told = findings.filter((finding) => finding !== null);
  return told.filter(({ claim }, at) => !told.slice(0, at).some((other) => overlaps(other.claim, claim)));
}

type Mention = Omit<DraftName, 'answer'>;

/** The names outside of the `quoted` spans, in order, each also without a word before it that may only open its sentence. */
function mentionsOutside(quoted: readonly Span[], text: string, sentences: readonly Sentence[]): Mention[] {
  const { bySentence } = mentionsIn(text, sentences);
  const found: Mention[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (sentence === undefined) continue;
    for (const name of bySentence[at] ?? []) {
      if (isQuoted(name, quoted)) continue;
      found.push({ name, sentence });
      for (const rest of withoutOpening(text, name, sentence)) found.push({ name: rest, sentence });
    }
  }
  return found;
}

/** The mentions of one name. */
interface NameGroup {
  readonly first: Mention;
  /** Those that may be wrong: all where the articles do not have the name, else those with a title. */
  readonly mentions: readonly Mention[];
  readonly answer: NameAnswer;
}

/** The mentions by their words, each name asked for once. */
async function groupsOf(found: readonly Mention[], corpus: NameCorpus): Promise<NameGroup[]> {
  const groups = [...Map.groupBy(found, ({ name }) => nameKey(name)).values()];
  const answers = groups.length === 0 ? [] : await corpus.names(groups.map(([one]) => one?.name.words ?? []));
  return groups.flatMap((mentions, at) => {
    const [first] = mentions;
    const answer = answers[at];
    if (first === undefined || answer === undefined) return [];
    const isRight = isKnown(answer, first.name.words);
    return [
      { first, mentions: isRight ? mentions.filter(({ name }) => name.title !== null) : mentions, answer },
    ];
  });
}

function isQuoted(name: Span, quoted: readonly Span[]): boolean {
  const quote = quoted[lastStartingBefore(quoted, name.start)];
  return quote !== undefined && contains(quote, name);
}

/** The holders of every office that the draft writes before a name. */
async function holdersOf(
  names: readonly DraftName[],
  corpus: NameCorpus,
): Promise<ReadonlyMap<string, readonly KnownName[]>> {
  const offices = [
    ...new Set(names.flatMap(({ name }) => (name.title === null ? [] : [officeOf(name.title)]))),
  ].filter((office) => office !== null);
  const holders = offices.length === 0 ? [] : await corpus.holders(offices);
  return new Map(offices.map((office, index) => [office, holders[index] ?? []]));
}

async function judge(
  text: string,
  one: DraftName,
  shared: Shared,
  holders: ReadonlyMap<string, readonly KnownName[]>,
  corpus: NameCorpus,
  options: CheckOptions,
): Promise<Finding | null> {
  const better = misspelling(text, one, shared);
  if (better !== null) {
    return nameMismatchFinding(claimOf(text, one, one.name), one.name, better, corpus, options);
  }
  const office = wrongOffice(one, holders);
  const span = one.name.titleSpan;
  return office === null || span === null
    ? null
    : titleMismatchFinding(claimOf(text, one, span), one.name, office, corpus, options);
}

function claimOf(text: string, { sentence }: DraftName, { start, end }: Span): NameClaim {
  return { kind: 'name', start, end, text: text.slice(start, end), sentence };
}
