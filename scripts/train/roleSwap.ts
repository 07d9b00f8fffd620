/**
 * Role swaps: puts a figure of a right draft on another fact, as writers do, by changing what stands around it.
 *
 * The figure stays; the verb before it, the noun after it or the name it is told of is exchanged for one that the
 * article has elsewhere. Seeded by the draft's text, so that the same data give the same drafts.
 */

import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { AnalysedSentence } from '../../server/src/corpus/index/corpusIndex.ts';
import { analyseDraft } from '../../server/src/draft/analyse.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { slotOf } from '../../server/src/match/slot.ts';
import type { Quantity } from '../../server/src/quantity/quantity.ts';
import { sensesOf } from '../../server/src/text/lexicon.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import type { Token } from '../../server/src/text/tokens.ts';
import { articleOf, type Row } from '../../test/eval/dataset.ts';
import { generator, pick } from './random.ts';

type Role = 'verb' | 'noun' | 'name';

interface Word {
  readonly token: Token;
  readonly term: string;
  readonly role: Role;
}

/** The row with one fact changed and the figure marked as wrong (type E), or null where nothing can be changed. */
export function roleSwap(row: Row): Row | null {
  const draft = analyseDraft(readDraft(`${row.id}.md`, 'markdown', row.draft));
  const random = generator(row.draft);
  const clean = draft.filter(({ sentence }) => !row.spans.some((span) => overlaps(span, sentence)));
  const places = clean.flatMap((sentence) =>
    sentence.quantities.flatMap((quantity) =>
      wordsOf(sentence, quantity).map((word) => ({ word, quantity })),
    ),
  );
  const place = pick(places, random);
  if (place === undefined) return null;
  const others = analyseArticle(articleOf(row)).sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((quantity) => wordsOf(sentence, quantity)),
  );
  const present = new Set(clean.flatMap(({ terms }) => terms.map(({ term }) => term)));
  const other = pick(
    others.filter((word) => mayReplace(place.word, word, present)),
    random,
  );
  return other === undefined ? null : exchanged(row, place.quantity, place.word.token, other.token.text);
}

function exchanged(row: Row, quantity: Quantity, at: Span, text: string): Row {
  const by = text.length - (at.end - at.start);
  const move = (offset: number): number => (offset >= at.end ? offset + by : offset);
  const moved = <T extends Span>(span: T): T => ({ ...span, start: move(span.start), end: move(span.end) });
  return {
    ...row,
    id: `${row.id}-role`,
    draft: row.draft.slice(0, at.start) + text + row.draft.slice(at.end),
    spans: [
      {
        ...moved({ start: quantity.start, end: quantity.end }),
        type: 'conflict',
        label: 'role',
        adj: 'E',
        has: ['figure'],
      },
    ],
    ignore: row.ignore.map(moved),
    set: 'role',
  };
}

/** The nearest verb, the noun right after and the nearest name of a quantity. */
function wordsOf(sentence: AnalysedSentence, quantity: Quantity): Word[] {
  const { nearness, right } = slotOf(sentence, quantity).place;
  const found: Word[] = [];
  const add = (index: number | undefined, role: Role): void => {
    const term = index === undefined ? undefined : sentence.terms[index];
    const token = term === undefined ? undefined : sentence.sentence.tokens[term.token];
    if (term !== undefined && token !== undefined) found.push({ token, term: term.term, role });
  };
  const near = [...sentence.terms.keys()].sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0));
  const tokenOf = (index: number): Token | undefined =>
    sentence.sentence.tokens[sentence.terms[index]?.token ?? -1];
  add(
    near.slice(0, 4).find((index) => /^[a-z]+(ed|ing)$/.test(tokenOf(index)?.text ?? '')),
    'verb',
  );
  const noun = right[0];
  if (noun !== undefined && /^[a-z]+s$/.test(tokenOf(noun)?.text ?? '') && (nearness[noun] ?? 0) > 0.7)
    add(noun, 'noun');
  add(
    near.find((index) => sentence.terms[index]?.isName === true),
    'name',
  );
  return found;
}

function mayReplace(word: Word, other: Word, present: ReadonlySet<string>): boolean {
  if (word.role !== other.role || word.term === other.term || present.has(other.term)) return false;
  if (word.role === 'verb' && word.token.text.endsWith('ed') !== other.token.text.endsWith('ed'))
    return false;
  return !sensesOf(word.term).some((sense) => sensesOf(other.term).includes(sense));
}
