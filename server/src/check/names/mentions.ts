/** Mentions: the names of a draft outside of its quotes, in each form in which one may be meant. */

import { moveName, type Name, type NameWords, nameKey } from '../../claims/name.ts';
import { mentionsOf, SAME_WORDS } from '../../claims/people.ts';
import { carryValues, changeOfItems, NOT_WORKED, type Worked } from '../../draft/carriedList.ts';
import { perSentence } from '../../text/placed.ts';
import type { Sentence } from '../../text/sentences.ts';
import { contains, lastStartingBefore, overlaps, type Span } from '../../text/span.ts';
import { withoutOpening } from './opening.ts';

/** A name as it may be meant. */
export interface NameForm {
  readonly name: NameWords;
  readonly key: string;
}

/** A form of a name in a sentence of a draft; where it stands, `nameAt` tells. */
export interface Mention {
  readonly form: NameForm;
  readonly sentence: Sentence;
  /** The place of the name in its sentence, and of the form among those of the name. */
  readonly of: number;
  readonly index: number;
}

/** The names of the sentences of a draft's last version. */
export interface KeptMentions {
  last: Worked<Sentence, readonly PlacedForms[]>;
}

/** Keeps nothing yet. */
export function createKeptMentions(): KeptMentions {
  return { last: NOT_WORKED };
}

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

/** The names outside of the `quoted` spans, in order. The answer is the same without `kept`. */
export function mentionsOutside(
  quoted: readonly Span[],
  text: string,
  sentences: readonly Sentence[],
  kept: KeptMentions,
): readonly Mention[] {
  const { last } = kept;
  const change = changeOfItems(last.items, sentences, SAME_WORDS);
  const anew = sentences
    .slice(change.prefix, change.after)
    .map((sentence) => formsIn.anywhere(text, sentence));
  const values = carryValues(last.values, change, anew, (value) => value);
  kept.last = { items: sentences, values };
  const mentions: Mention[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at];
    const all = values[at];
    if (sentence === undefined || all === undefined || all.length === 0) continue;
    const placed = isApart(sentence, quoted) ? null : formsIn(text, sentence);
    for (const [of, forms] of all.entries()) {
      const [name] = placed?.[of] ?? [];
      if (name !== undefined && isQuoted(name.name, quoted)) continue;
      for (const [index, form] of forms.entries()) mentions.push({ form, sentence, of, index });
    }
  }
  return mentions;
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

/** The name where it stands in `text`. */
export function nameAt(text: string, { sentence, of, index }: Mention): Name {
  const form = formsIn(text, sentence)[of]?.[index];
  if (form === undefined) throw new Error('a mention is one of the names of its sentence');
  return form.name;
}
