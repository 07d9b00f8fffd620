/** Figures and dates: looks the quantities of a draft up in the index and judges each. */

import { quantityClaim } from '../../claims/quantityClaim.ts';
import type { CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import { type DraftSentence, sentenceLikeness } from '../../draft/analyse.ts';
import { carryValues, changeOfItems, NOT_WORKED, type Worked } from '../../draft/carriedList.ts';
import type { Change } from '../../draft/change.ts';
import { createRecollection, type Recollection } from '../../draft/recollection.ts';
import { CARRIED_FROM } from '../../match/owner.ts';

import { QUERY_WINDOW } from '../../match/query.ts';
import { carryOver } from '../carryOver.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { Pace } from '../pace.ts';
import { toldBefore } from './anotherFact.ts';
import { type Asked, askAbout, assessFigures, withQuantities } from './assessFigures.ts';
import { judge } from './judge.ts';

/** What is kept of the figures of a draft. */
export interface KeptFigures {
  /** What the check that was completed last found, sentence by sentence. */
  last: Worked<DraftSentence, SentenceFindings>;
  /** The findings of sentences by what stands around them and by their question. */
  readonly known: Recollection<KeptSentence>;
}

/** Keeps nothing yet. */
export function createKeptFigures(): KeptFigures {
  return { last: NOT_WORKED, known: createRecollection() };
}

/** The findings of one sentence. */
interface KeptSentence {
  /** What they depend on: the sentence with what those before it tell of persons and times, and its query. */
  readonly question: string;
  /** Where the sentence stood when they were made. */
  readonly findings: readonly Finding[];
}

/** The findings on all quantities of a sentence, and those that are told. */
interface SentenceFindings {
  readonly findings: readonly Finding[];
  readonly told: readonly Finding[];
}

/** Sentences looked up in one call of the index: a draft of 1,000 words has about 20, an edit changes up to 7. */
const BATCH = 32;

/** What is found in a sentence depends on those that its query is made from, and on the names of those before it. */
const LIKENESS = sentenceLikeness(Math.max(QUERY_WINDOW, CARRIED_FROM));

/**
 * One finding a quantity, in order. Sentences are not looked up again when `kept` knows them, as they stand or with the
 * same question to the index. Rejects as `CorpusIndex.retrieve` does, and with `CancelledError`.
 */
export async function checkFigures(
  text: string,
  sentences: readonly DraftSentence[],
  index: CorpusIndex,
  options: CheckOptions,
  kept: KeptFigures,
  pace: Pace,
): Promise<Finding[]> {
  const { last } = kept;
  const change = changeOfItems(last.items, sentences, LIKENESS);
  const anew: SentenceFindings[] = [];
  for (const [at, findings] of await findBetween(text, sentences, change, { index, options, kept, pace })) {
    while (anew.length < at - change.prefix) anew.push(NO_FIGURES);
    const sentence = sentences[at];
    if (sentence !== undefined) anew.push(placedAt(sentence, findings));
  }
  while (anew.length < change.after - change.prefix) anew.push(NO_FIGURES);
  const values = carryValues(last.values, change, anew, (value, at) => {
    const sentence = sentences[at];
    return value === NO_FIGURES || sentence === undefined ? value : placedAt(sentence, value.findings);
  });
  kept.last = { items: sentences, values };
  return values.flatMap(({ told }) => told);
}

interface FigureWork {
  readonly index: CorpusIndex;
  readonly options: CheckOptions;
  readonly kept: KeptFigures;
  readonly pace: Pace;
}

/** The findings of the sentences that hold quantities and have to be worked out anew, by the index of each, in order. */
async function findBetween(
  text: string,
  sentences: readonly DraftSentence[],
  { prefix, after }: Change,
  { index, options, kept: { known }, pace }: FigureWork,
): Promise<readonly (readonly [at: number, findings: readonly Finding[]])[]> {
  const figures = withQuantities(sentences, prefix, after).map((at) => ({
    at,
    around: surroundingsOf(sentences, at),
  }));
  const changed = figures.flatMap((figure) => unknownOf(sentences, figure, known));
  for (let from = 0; from < changed.length; from += BATCH) {
    await pace.step();
    const batch = changed.slice(from, from + BATCH);
    for await (const { asked, assessments } of assessFigures(batch, index, pace)) {
      const findings = assessments.map((assessment) =>
        judge(quantityClaim(text, assessment.sentence, assessment.quantity), assessment, options),
      );
      keep({ question: asked.question, findings }, asked.around, known);
    }
  }
  return figures.map(({ at, around }) => [at, placeKept(sentences[at], around, known)] as const);
}

const NO_FIGURES: SentenceFindings = { findings: [], told: [] };

/** The findings of a sentence where it stands now. */
function placedAt(sentence: DraftSentence, findings: readonly Finding[]): SentenceFindings {
  const placed = carryOverAll(findings, sentence);
  return { findings: placed, told: placed.every(isTold) ? placed : placed.filter(isTold) };
}

/** The findings kept under what stands around a sentence, kept from now on where it stands: no other place is held on to. */
function placeKept(
  sentence: DraftSentence | undefined,
  around: string,
  known: Recollection<KeptSentence>,
): readonly Finding[] {
  const found = known.recall(around);
  if (found === undefined || sentence === undefined) return [];
  const findings = carryOverAll(found.findings, sentence);
  if (findings !== found.findings) keep({ question: found.question, findings }, around, known);
  return findings;
}

/** The number in a name (`F-16`, `Flight 9525`) is a claim of its own only where the articles have another one. */
function isTold({ claim, verdict }: Finding): boolean {
  return !('quantity' in claim) || claim.quantity.kind !== 'designation' || verdict === 'refuted';
}

/** A sentence with quantities. */
interface FigureSentence {
  readonly at: number;
  /** What stands around it, as `surroundingsOf` has it. */
  readonly around: string;
}

/** A sentence that has to be looked up. */
interface Unknown extends Asked, FigureSentence {
  /** As in `KeptSentence`. */
  readonly question: string;
}

/** What to ask about a sentence; nothing where `kept` has its findings as it stands or for the same question. */
function unknownOf(
  sentences: readonly DraftSentence[],
  { at, around }: FigureSentence,
  kept: Recollection<KeptSentence>,
): readonly Unknown[] {
  const asStands = kept.recall(around);
  if (asStands !== undefined) {
    // It may have to be found by its question after the next edit.
    kept.recall(asStands.question);
    return KNOWN;
  }
  const asked = askAbout(sentences, at);
  if (asked === null) return KNOWN;
  const question = questionOf(sentences[at], asked);
  const known = kept.recall(question);
  if (known === undefined) return [{ ...asked, around, question }];
  kept.store(around, known);
  return KNOWN;
}

const KNOWN: readonly Unknown[] = [];

/** A sentence with what it takes over and its query, which may be the same although a sentence beside it has changed. */
function questionOf(sentence: DraftSentence | undefined, { told, query }: Asked): string {
  const { before, carried } = told;
  return `${sentence?.content} ${[...carried].join(' ')} ${toldBefore(before)} ${JSON.stringify(query)}`;
}

/** Keeps findings under what stands around them, which is soon told, and under their question, which seldom changes. */
function keep(found: KeptSentence, around: string, kept: Recollection<KeptSentence>): void {
  kept.store(around, found);
  kept.store(found.question, found);
}

function carryOverAll(
  findings: readonly Finding[],
  { sentence, quantities }: DraftSentence,
): readonly Finding[] {
  if (findings[0]?.claim.sentence === sentence) return findings;
  return findings.map((finding, at) => {
    const quantity = quantities[at];
    const { claim } = finding;
    if (quantity === undefined || !('quantity' in claim)) return finding;
    return carryOver(finding, { ...claim, start: quantity.start, end: quantity.end, sentence, quantity });
  });
}

/** By the terms of a sentence, which stay the same when an edit before it moves it. */
const surroundingsKept = new WeakMap<DraftSentence['terms'], Surroundings>();

interface Surroundings {
  readonly contents: readonly number[];
  readonly key: string;
}

/**
 * The content of a sentence with those of the sentences that its query is made from. It is the same string as long as
 * these are the same: one that was a key before is found without being read again.
 */
function surroundingsOf(sentences: readonly DraftSentence[], at: number): string {
  const own = sentences[at];
  if (own === undefined) return '';
  const contentAt = (offset: number): number => sentences[at + offset - QUERY_WINDOW]?.content ?? NO_CONTENT;
  const kept = surroundingsKept.get(own.terms);
  if (kept?.contents.every((content, offset) => content === contentAt(offset))) return kept.key;
  const contents = Array.from({ length: 2 * QUERY_WINDOW + 1 }, (_, offset) => contentAt(offset));
  const surroundings = { contents, key: contents.join(' ') };
  surroundingsKept.set(own.terms, surroundings);
  return surroundings.key;
}

/** Stands for the content of a sentence before the first or behind the last; contents count from 1. */
const NO_CONTENT = 0;
