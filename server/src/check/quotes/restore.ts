/** Restoring a quote: the edits that put the article's words back, and the comparison that shows what they change. */

import { type Difference, isChange } from '../../match/differences.ts';
import type { NormalWord } from '../../text/normalise.ts';
import type { DiffPart, Edit } from '../finding.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';

/**
 * Edits of the draft that restore the article's words where they were changed. The draft's own apostrophes, brackets,
 * ellipses and interruptions (“she said”) stay; nothing outside its quotation marks is touched.
 */
export function restoringEdits(quote: ExaminedQuote, place: Place): Edit[] {
  return place.differences.filter(isChange).map((difference) => editOf(quote, place, difference));
}

/** The article's words turned into the draft's, stretch by stretch. */
export function diffOf(quote: ExaminedQuote, place: Place): DiffPart[] {
  const parts: DiffPart[] = [];
  let at = 0;
  for (const difference of place.differences) {
    if (difference.query.from > at)
      parts.push({ kind: 'same', text: draftWords(quote, at, difference.query.from) });
    at = difference.query.to;
    const source = sourceWords(place, difference);
    const own = draftWords(quote, difference.query.from, difference.query.to);
    if (source !== '') parts.push({ kind: 'deleted', text: source });
    if (own !== '') parts.push({ kind: 'inserted', text: own });
  }
  if (at < quote.words.length) parts.push({ kind: 'same', text: draftWords(quote, at, quote.words.length) });
  return parts;
}

/** The words of the article that a difference covers, as written there; empty for an addition. */
export function sourceWords(place: Place, difference: Difference): string {
  const text = place.article.article.text;
  const words = place.words.slice(difference.target.from, difference.target.to);
  const restored = written(text, words);
  if (difference.kind !== 'unbracketed') return restored;
  const open = text.charAt((words[0]?.start ?? 0) - 1);
  const close = text.charAt(words[words.length - 1]?.end ?? 0);
  return `${/[[(]/.test(open) ? open : ''}${restored}${/[\])]/.test(close) ? close : ''}`;
}

/** Words `from..to` of the draft's quote, as written. */
export function draftWords(quote: ExaminedQuote, from: number, to: number): string {
  return written(quote.draft, quote.words.slice(from, to));
}

const QUOTATION_MARK = /["“”„«»]/;

/** Words with what stands between them, but for other text's quotation marks and what an attribution puts between. */
export function written(text: string, words: readonly NormalWord[]): string {
  let result = '';
  let end = -1;
  for (const word of words) {
    if (end >= 0) {
      const gap = text.slice(end, word.start);
      result += QUOTATION_MARK.test(gap) ? ' ' : gap.replace(/\s+/g, ' ');
    }
    result += text.slice(word.start, word.end);
    end = word.end;
  }
  return result;
}

function editOf(quote: ExaminedQuote, place: Place, difference: Difference): Edit {
  const newText = inStyleOf(quote.draft, sourceWords(place, difference));
  const first = quote.words[difference.query.from];
  const last = quote.words[difference.query.to - 1];
  const before = quote.words[difference.query.from - 1];
  if (difference.kind === 'omitted') {
    if (before === undefined)
      return {
        start: first?.start ?? quote.claim.start,
        end: first?.start ?? quote.claim.start,
        newText: `${newText} `,
      };
    return { start: before.end, end: before.end, newText: ` ${newText}` };
  }
  if (first === undefined || last === undefined)
    return { start: quote.claim.start, end: quote.claim.start, newText };
  if (difference.kind !== 'added')
    return { start: first.start, end: last.end, newText: likeCase(quote, first, newText) };
  const next = quote.words[difference.query.to];
  // The blank goes with the words: the one before them, or at the start of the quote the one after.
  if (before !== undefined && sameLine(quote.draft, before.end, first.start))
    return { start: before.end, end: last.end, newText: '' };
  return { start: first.start, end: next?.start ?? last.end, newText: '' };
}

function sameLine(text: string, from: number, to: number): boolean {
  return /^\s*$/.test(text.slice(from, to));
}

/** A quote that begins with a capital keeps it when its first word is restored. */
function likeCase(quote: ExaminedQuote, first: NormalWord, newText: string): string {
  if (quote.words[0] !== first || !/^\p{Lu}/u.test(quote.draft.slice(first.start, first.end))) return newText;
  return newText.charAt(0).toUpperCase() + newText.slice(1);
}

/** The draft's own apostrophes: straight where it has only straight ones. */
function inStyleOf(draft: string, words: string): string {
  if (!/[’‘]/.test(words)) return draft.includes('’') ? words.replaceAll("'", '’') : words;
  return draft.includes('’') || !draft.includes("'") ? words : words.replace(/[’‘]/g, "'");
}
