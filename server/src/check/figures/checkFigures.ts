/** Figures and dates: looks the quantities of a draft up in the index and judges each. */

import { quantityClaim } from '../../claims/quantityClaim.ts';
import type { CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import type { DraftSentence } from '../../draft/analyse.ts';
import type { Recollection } from '../../draft/recollection.ts';
import { QUERY_WINDOW } from '../../match/query.ts';
import { carryOver } from '../carryOver.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { Pace } from '../pace.ts';
import { type Asked, askAbout, assessFigures, withQuantities } from './assessFigures.ts';
import { judge } from './judge.ts';

/** The findings of one sentence. */
export interface KeptSentence {
  /** What they depend on: the sentence and its query. */
  readonly question: string;
  /** As they were placed last. */
  findings: readonly Finding[];
}

/** Sentences looked up in one call of the index: a draft of 1,000 words has about 20, an edit changes up to 7. */
const BATCH = 32;

/**
 * One finding a quantity, in order. Sentences are not looked up again when `kept` knows them, as they stand or with the
 * same question to the index. Rejects as `CorpusIndex.retrieve` does, and with `CancelledError`.
 */
export async function checkFigures(
  text: string,
  sentences: readonly DraftSentence[],
  index: CorpusIndex,
  options: CheckOptions,
  kept: Recollection<KeptSentence>,
  pace: Pace,
): Promise<Finding[]> {
  const figures = withQuantities(sentences).map((at) => ({ at, around: surroundingsOf(sentences, at) }));
  const changed = figures.flatMap((figure) => unknownOf(sentences, figure, kept));
  for (let from = 0; from < changed.length; from += BATCH) {
    await pace.step();
    for await (const { asked, assessments } of assessFigures(
      changed.slice(from, from + BATCH),
      index,
      pace,
    )) {
      const findings = assessments.map((assessment) =>
        judge(quantityClaim(text, assessment.sentence, assessment.quantity), assessment, options),
      );
      keep({ question: asked.question, findings }, asked.around, kept);
    }
  }
  const told: Finding[] = [];
  for (const { at, around } of figures) {
    const known = kept.recall(around);
    const sentence = sentences[at];
    if (known === undefined || sentence === undefined) continue;
    known.findings = carryOverAll(known.findings, sentence);
    for (const finding of known.findings) if (isTold(finding)) told.push(finding);
  }
  return told;
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

/** A sentence with the name it takes over and its query, which may be the same although a sentence beside it has changed. */
function questionOf(sentence: DraftSentence | undefined, { told, query }: Asked): string {
  return `${sentence?.content} ${[...told.carried].join(' ')} ${JSON.stringify(query)}`;
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
