/** Memory: what one check of a draft leaves for the next, so that an edit costs what it touches. */

import { createKeptSpeech, type KeptSpeech } from '../claims/keptSpeech.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { KnownName, NameAnswer } from '../corpus/index/nameCorpus.ts';
import { type AnalysisMemory, createAnalysisMemory } from '../draft/analyse.ts';
import { NOT_WORKED } from '../draft/carriedList.ts';
import { createRecollection, type Recollection } from '../draft/recollection.ts';
import type { CitedVerdict } from './citations/citedVerdict.ts';
import { createKeptFigures, type KeptFigures } from './figures/checkFigures.ts';
import { createKeptHeads, type KeptHeads } from './figures/inconsistent.ts';
import type { Finding } from './finding.ts';
import { createKeptClaims, type KeptClaims } from './keptClaims.ts';
import { createKeptNaming, type KeptNaming } from './names/checkNames.ts';
import type { CheckOptions } from './options.ts';
import type { KeptPassages } from './quotes/rememberingQuotes.ts';

/**
 * What is kept of one draft, each by a key that says everything it depends on. A caller that checks the same draft again
 * and again keeps one memory for it and never uses it in two checks at a time. It changes the cost of a check and
 * nothing else.
 */
export interface CheckMemory {
  readonly analysis: AnalysisMemory;
  /** The quotations of the draft with what stands beside them, and its names. */
  readonly reading: KeptSpeech;
  /** The findings on its quotes and on its reported statements. */
  readonly quotes: KeptClaims;
  readonly attributions: KeptClaims;
  readonly figures: KeptFigures;
  /** Findings on what is said and by whom, by the keys of claims. */
  readonly speech: Recollection<readonly Finding[]>;
  /** What the articles know of each name. */
  readonly names: Recollection<NameAnswer>;
  /** Whether the articles cited for a claim bear it out, by claim and articles. */
  readonly citations: Recollection<CitedVerdict>;
  /** Whether figures of the draft contradict others, by what they count. */
  readonly heads: KeptHeads;
  /** Who holds each office. */
  readonly offices: Recollection<readonly KnownName[]>;
  /** The names of the draft. */
  readonly naming: KeptNaming;
  /** Where the quotes that were looked up last may stand. */
  readonly passages: KeptPassages;
  /**
   * Begins a check. What was looked up is forgotten unless index, its revision and the options are those of before. Now
   * and then, and then too, the check goes through all of the draft, so that `end` can tell what it has no use for.
   */
  begin(index: CorpusIndex, options: CheckOptions): void;
  /** Ends a check that was not broken off: after one that went through all, what it had no use for is forgotten. */
  end(): void;
}

/** An empty memory. */
export function createCheckMemory(): CheckMemory {
  const figures = createKeptFigures();
  const naming = createKeptNaming();
  const quotes = createKeptClaims();
  const attributions = createKeptClaims();
  const lookedUp = {
    speech: createRecollection<readonly Finding[]>(),
    names: createRecollection<NameAnswer>(),
    citations: createRecollection<CitedVerdict>(),
    offices: createRecollection<readonly KnownName[]>(),
  };
  const recollections = [...Object.values(lookedUp), figures.known];
  const passages: KeptPassages = new Map();
  let asked: CorpusIndex | null = null;
  let basis = '';
  let isWhole = false;
  return {
    analysis: createAnalysisMemory(),
    reading: createKeptSpeech(),
    quotes,
    attributions,
    figures,
    heads: createKeptHeads(),
    naming,
    ...lookedUp,
    passages,
    begin(index, options) {
      const next = JSON.stringify([index.revision, options.severities, options.today]);
      const isOther = index !== asked || next !== basis;
      if (isOther) for (const each of [...recollections, passages]) each.clear();
      asked = index;
      basis = next;
      isWhole = isOther || recollections.some(({ isDue }) => isDue);
      if (!isWhole) return;
      for (const each of [figures, quotes, attributions]) each.last = NOT_WORKED;
      naming.last = createKeptNaming().last;
      for (const each of recollections) each.beginRound();
    },
    end() {
      if (isWhole) for (const each of recollections) each.endRound();
    },
  };
}

/**
 * A memory for a check that is made for its questions alone: it knows what `memory` does and adds nothing to it but the
 * reading of the draft, which depends on no answer.
 */
export function foreseeing(memory: CheckMemory): CheckMemory {
  return {
    analysis: memory.analysis,
    reading: memory.reading,
    quotes: { ...memory.quotes },
    attributions: { ...memory.attributions },
    figures: { last: memory.figures.last, known: over(memory.figures.known) },
    speech: over(memory.speech),
    names: over(memory.names),
    citations: over(memory.citations),
    heads: { ...memory.heads },
    naming: { ...memory.naming },
    offices: over(memory.offices),
    passages: new Map(memory.passages),
    begin() {},
    end() {},
  };
}

function over<Value>(known: Recollection<Value>): Recollection<Value> {
  const own = createRecollection<Value>();
  return {
    recall: (key) => own.recall(key) ?? known.recall(key),
    store: (key, value) => own.store(key, value),
    isDue: false,
    beginRound() {},
    endRound() {},
    clear() {},
  };
}
