/** Mentions: the names of a draft outside of its quotes, in each form in which one may be meant. */

import { mentionsOf, SAME_WORDS } from '../../claims/mentions.ts';
import { moveName, type Name, type NameWords, nameKey } from '../../claims/name.ts';
import { carryValues, changeOfItems, NOT_WORKED, type Worked } from '../../draft/carriedList.ts';
import type { Change } from '../../draft/change.ts';
import { perSentence } from '../../text/placed.ts';
import type { Sentence } from '../../text/sentences.ts';
import { contains, lastStartingBefore, overlaps, type Span } from '../../text/span.ts';
import { withoutOpening } from './opening.ts';

/** A name as it may be meant. */
export interface NameForm {
  readonly name: NameWords;
  readonly key: string;
}

/** A form of a name in a sentence, wherever that stands; `nameAt` tells where the name stands. */
export interface Mention {
  readonly form: NameForm;
  /** The place of the name in its sentence, and of the form among those of the name. */
  readonly of: number;
  readonly index: number;
}

/** The names of one version of a draft that stand outside of its quotes, sentence by sentence. */
export interface OutsideNames extends Worked<Sentence, readonly Mention[]> {
  /** UTF-16 units of the version. */
  readonly length: number;
  readonly quoted: readonly Span[];
}

export const NO_NAMES: OutsideNames = { ...NOT_WORKED, length: 0, quoted: [] };

/** A form with a place. */
interface PlacedForm extends NameForm {
  readonly name: Name;
}

/** A name as it stands, and without a word before it that may only open its sentence. */
type PlacedForms = readonly PlacedForm[];

const formsIn = perSentence(
  (text, sentence): readonly PlacedForms[] =>
    mentionsOf(text, sentence).names.map((name) =>
      [name, ...withoutOpening(text, name, sentence)].map((each) => ({ name: each, key: nameKey(each) })),
    ),
  (all, by) => all.map((forms) => forms.map(({ name, key }) => ({ name: moveName(name, by), key }))),
);

/** The names outside of the `quoted` spans, in order, and for which sentences they are other ones than in `last`. */
export function namesOutside(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  last: OutsideNames,
): { readonly names: OutsideNames; readonly change: Change } {
  const change = changeOfNames(text, sentences, quoted, last);
  const anew = sentences
    .slice(change.prefix, change.after)
    .map((sentence) => mentionsOutside(text, sentence, quoted));
  const values = carryValues(last.values, change, anew, (value) => value);
  return { names: { items: sentences, values, length: text.length, quoted }, change };
}

/** Sentences stay as they are where neither they nor the quotes that reach into them have changed. */
function changeOfNames(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  last: OutsideNames,
): Change {
  const change = changeOfItems(last.items, sentences, SAME_WORDS);
  const by = text.length - last.length;
  const isMoved = (before: Span, span: Span): boolean =>
    before.start + by === span.start && before.end + by === span.end;
  const quotes = changeOfItems(last.quoted, quoted, {
    isSame: (before, span) => before.start === span.start && before.end === span.end,
    isLike: isMoved,
    reach: 0,
  });
  const [old, now] = [
    last.quoted.slice(quotes.prefix, quotes.before),
    quoted.slice(quotes.prefix, quotes.after),
  ];
  if (old.length + now.length === 0) return change;
  const start = Math.min(...[...old, ...now].map((span) => span.start));
  const end = Math.max(...old.map((span) => span.end + by), ...now.map((span) => span.end));
  const after = Math.max(change.after, lastStartingBefore(sentences, end - 1) + 1);
  return {
    prefix: Math.min(change.prefix, Math.max(0, lastStartingBefore(sentences, start))),
    before: change.before + after - change.after,
    after,
  };
}

function mentionsOutside(text: string, sentence: Sentence, quoted: readonly Span[]): readonly Mention[] {
  const placed = isApart(sentence, quoted) ? null : formsIn(text, sentence);
  return formsIn.anywhere(text, sentence).flatMap((forms, of) => {
    const [name] = placed?.[of] ?? [];
    if (name !== undefined && isQuoted(name.name, quoted)) return [];
    return forms.map((form, index) => ({ form, of, index }));
  });
}

/** Whether no quotation reaches into a sentence. */
function isApart(sentence: Span, quoted: readonly Span[]): boolean {
  const quote = quoted[lastStartingBefore(quoted, sentence.end - 1)];
  return quote === undefined || !overlaps(quote, sentence);
}

function isQuoted(name: Span, quoted: readonly Span[]): boolean {
  const quote = quoted[lastStartingBefore(quoted, name.start)];
  return quote !== undefined && contains(quote, name);
}

/** The name of a sentence of `text` where it stands; null for one of another sentence. */
export function nameAt(text: string, sentence: Sentence, { of, index }: Mention): Name | null {
  return formsIn(text, sentence)[of]?.[index]?.name ?? null;
}
