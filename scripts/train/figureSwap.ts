/**
 * Figure swaps: puts a wrong figure into a right draft, one that the article has elsewhere (E) or has nowhere (V).
 *
 * Seeded by the draft's text, so that the same data give the same drafts.
 */

import { analyseDraft } from '../../server/src/draft/analyse.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import { type Token, tokenize } from '../../server/src/text/tokens.ts';
import type { Row } from '../../test/eval/dataset.ts';
import { generator, pick } from './random.ts';

export type SwapType = 'E' | 'V';

/** The row with one number exchanged and marked, or null where there is none to exchange. `seed` parts repeated calls. */
export function figureSwap(row: Row, type: SwapType, seed: string): Row | null {
  const random = generator(seed + row.draft);
  const sentences = analyseDraft(readDraft(`${row.id}.md`, 'markdown', row.draft)).filter(
    ({ sentence }) => !row.spans.some((span) => overlaps(span, sentence)),
  );
  const numbers = sentences.flatMap(({ sentence, quantities }) =>
    sentence.tokens.filter(
      (token) => isNumber(token) && quantities.some((quantity) => overlaps(quantity, token)),
    ),
  );
  const token = pick(numbers, random);
  if (token === undefined) return null;
  const article = tokenize(row.article).filter(isNumber);
  const known = new Set(article.map(({ lower }) => lower));
  const others = type === 'E' ? article.map(({ text }) => text) : inventions(token, random);
  const fitting = others.filter((text) => {
    const lower = text.toLowerCase();
    return (
      lower !== token.lower &&
      /\d/.test(text) === /\d/.test(token.text) &&
      (type === 'E' || !known.has(lower))
    );
  });
  const text = pick(fitting, random);
  return text === undefined ? null : exchanged(row, token, text, type);
}

/** Numbers a slip could make of one: a digit more or less, one changed, two exchanged; another word for a word. */
function inventions(token: Token, random: () => number): string[] {
  if (!/\d/.test(token.text)) return [...WORDS];
  const digits = token.text;
  const at = Math.floor(random() * digits.length);
  const changed = digits.slice(0, at) + String(Math.floor(random() * 9) + 1) + digits.slice(at + 1);
  const exchanged = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  return [changed, exchanged, `${digits}0`, digits.slice(0, -1)].filter((text) =>
    /^[1-9]\d*(,\d{3})*(\.\d+)?$/.test(text),
  );
}

const WORDS: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty'.split(
    ' ',
  ),
);

function isNumber(token: Token): boolean {
  return token.kind === 'number' || WORDS.has(token.lower);
}

function exchanged(row: Row, at: Span, text: string, type: SwapType): Row {
  const by = text.length - (at.end - at.start);
  const move = (offset: number): number => (offset >= at.end ? offset + by : offset);
  const moved = <T extends Span>(span: T): T => ({ ...span, start: move(span.start), end: move(span.end) });
  const mark = {
    start: at.start,
    end: at.start + text.length,
    type: 'conflict',
    label: 'made',
    adj: type,
    has: ['figure'],
  };
  return {
    ...row,
    id: `${row.id}-made${type}`,
    draft: row.draft.slice(0, at.start) + text + row.draft.slice(at.end),
    spans: [mark],
    ignore: row.ignore.map(moved),
    set: 'made',
  };
}
