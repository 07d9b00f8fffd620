/** Translation: whether a text says that the words of a quotation were spoken in another language. */

import type { QuotedSpeech } from '../../claims/quote.ts';
import { articleQuotes } from '../../match/articleQuotes.ts';
import { keepLast } from '../../match/keepLast.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';

/** Languages of the world's news in which an interview is said to be given. */
const LANGUAGES: ReadonlySet<string> = new Set(
  `Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Basque Belarusian Bengali Bosnian Bulgarian Burmese
  Cantonese Catalan Chinese Creole Croatian Czech Danish Dari Dutch Estonian Farsi Finnish French Georgian German
  Greek Gujarati Hausa Hebrew Hindi Hungarian Icelandic Indonesian Irish Italian Japanese Kazakh Khmer Korean
  Kurdish Latvian Lithuanian Macedonian Malay Mandarin Mongolian Nepali Norwegian Pashto Persian Polish Portuguese
  Punjabi Romanian Russian Serbian Sinhala Slovak Slovenian Somali Spanish Swahili Swedish Tagalog Tamil Thai
  Tibetan Tigrinya Turkish Ukrainian Urdu Uzbek Vietnamese Welsh Yiddish Yoruba Zulu`.split(/\s+/),
);

/** `told Radio Meren in Spanish`, and not `in French-speaking Meren`. */
const IN_LANGUAGE = /\bin (\p{Lu}\p{Ll}+)(?![-\p{L}])/gu;
/** `through an interpreter`, `according to a translation`. */
const SIGN = /\btranslat(?:ed|ion|ions|or|ors|ing)\b|\binterpreters?\b|\bsubtitles\b/;
/** A note on the whole article (`Translated from the Arabic by …`). */
const NOTE =
  /\bTranslated (?:from|by|with)\b|\b(?:article|story|report|interview|transcript|speech) (?:was|has been|is) (?:machine-)?translated\b/;

const hasNote = keepLast(({ article }) => NOTE.test(article.text));

/** UTF-16 units on either side of a quotation in which it is said that somebody translated it. */
const REACH = 240;

/** Whether the article at `place`, or the draft, says that the words are a translation. */
export function isTranslated(quote: ExaminedQuote, place: Place): boolean {
  const { text } = place.article.article;
  if (hasNote(place.article)) return true;
  const { claim, draft } = quote;
  return says(text, place, articleQuotes(place.article)) || says(draft, claim, [claim]);
}

/** Whether a sign stands near `span` in its paragraph, outside the quotations. */
function says(text: string, span: Span, quotes: readonly (Span | QuotedSpeech)[]): boolean {
  const paragraph = around(text, span);
  const inside = quotes.flatMap((quote) => ('parts' in quote ? quote.parts : [quote]));
  const quoted = inside.filter((part) => overlaps(part, paragraph));
  let at = paragraph.start;
  const outside = quoted.map((part) => {
    const piece = text.slice(at, Math.max(at, part.start));
    at = Math.max(at, part.end);
    return piece;
  });
  const rest = [...outside, text.slice(at, paragraph.end)].join('“”');
  return SIGN.test(rest) || [...rest.matchAll(IN_LANGUAGE)].some(([, name = '']) => LANGUAGES.has(name));
}

/** The paragraph of a span, as far as the reach goes. */
function around(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const from = before.lastIndexOf('\n\n');
  const to = after.indexOf('\n\n');
  return {
    start: start - before.length + (from === -1 ? 0 : from),
    end: to === -1 ? end + after.length : end + to,
  };
}
