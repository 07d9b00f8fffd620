/** Terms: the words of a sentence that carry meaning, reduced so that `soldiers` and `soldier` are one. */

import { stemmer } from 'stemmer';
import { detached } from './detached.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** One content word of a sentence. */
export interface Term {
  /** The stem (Porter 1980), or the name of a country for its initials (`U.S.` and `US` are `u.s.`). */
  readonly term: string;
  /** Index of the token in its sentence. */
  readonly token: number;
  /** Whether it is written with a capital inside a sentence, as names are. */
  readonly isName: boolean;
}

/** The terms of a sentence in order; stop words, numbers and marks are left out. */
export function termsOf(sentence: Sentence): Term[] {
  const terms: Term[] = [];
  let opening = true;
  for (const [index, token] of sentence.tokens.entries()) {
    if (token.kind !== 'word') continue;
    const term = termOf(token);
    const capital = beginsUpper(token);
    if (term !== null) terms.push({ term, token: index, isName: capital && !opening });
    opening = false;
  }
  return terms;
}

/** Whether a lower-case word is too common to tell one statement from another. */
export function isStopWord(lower: string): boolean {
  return STOP_WORDS.has(lower);
}

/** The term of one token, or null for a stop word or a possessive. */
export function termOf(token: Token): string | null {
  if (token.kind !== 'word') return null;
  const known = termsKept.get(token.text);
  if (known !== undefined) return known;
  if (termsKept.size >= TERMS_KEPT) termsKept.clear();
  const term = termOfWord(token);
  termsKept.set(detached(token.text), term);
  return term;
}

function termOfWord({ text, lower }: Token): string | null {
  const initials = INITIALS.get(text.replaceAll('.', ''));
  if (initials !== undefined) return initials;
  if (STOP_WORDS.has(lower) || lower.length < 2) return null;
  return stemmer(VARIANTS.get(lower) ?? lower.replaceAll("'", ''));
}

/** The terms of the words met so far, as written. News text has about 60,000 distinct words in 10,000 articles. */
const termsKept = new Map<string, string | null>();
const TERMS_KEPT = 100_000;

function beginsUpper(token: Token): boolean {
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}

const INITIALS: ReadonlyMap<string, string> = new Map([
  ['US', 'u.s.'],
  ['USA', 'u.s.'],
  ['UK', 'u.k.'],
  ['UN', 'u.n.'],
  ['EU', 'e.u.'],
]);

/** Irregular forms that a stemmer cannot join: past tenses and plurals of the verbs and nouns news is written with. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  (
    'slain:kill shot:shoot said:say told:tell men:man women:woman children:child people:person won:win lost:lose ' +
    'fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow bought:buy sold:sell paid:pay spent:spend ' +
    'left:leave took:take taken:take gave:give given:give went:go gone:go came:come began:begin begun:begin ' +
    'held:hold hit:hit led:lead met:meet sent:send built:build broke:break broken:break fought:fight found:find ' +
    'made:make ran:run saw:see seen:see spoke:speak spoken:speak stood:stand thought:think threw:throw thrown:throw ' +
    'wrote:write written:write drove:drive driven:drive flew:fly flown:fly knew:know known:know struck:strike ' +
    'swam:swim drank:drink ate:eat eaten:eat chose:choose chosen:choose stole:steal stolen:steal died:die dead:die death:die ' +
    'deaths:die dying:die dies:die lives:life wives:wife born:birth caught:catch taught:teach brought:bring felt:feel kept:keep ' +
    'slept:sleep lit:light shook:shake shaken:shake sank:sink sunk:sink sung:sing sang:sing worn:wear wore:wear ' +
    'defence:defense centre:center labour:labor programme:program programmes:program colour:color harbour:harbor ' +
    'metre:meter metres:meter kilometre:kilometer kilometres:kilometer litre:liter litres:liter tonne:ton tonnes:ton'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.split(':');
      return [form, base];
    }),
);

/** Words too common in English to tell one fact from another. Words of bound, negation and quantity live elsewhere. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to for and or by with from as that this these those it its it's his her hers their theirs " +
    'our ours my your he she they we i you him them us me is was were are be been being am has have had having do does did ' +
    "doing done will would can could shall should may might must not no nor if then than so such too very just also 's " +
    'who whom whose which what when where why how there here while but because although though until unless since ' +
    'about after before over under more most less least some any each every both all other another into onto upon out off ' +
    'up down again further once only own same between among through during against without within along across around ' +
    "per via amid said say says saying according don't doesn't didn't won't can't isn't aren't wasn't weren't he's she's " +
    "they're we're i'm you're i've we've they've i'd he'd she'd they'd that's there's what's who's let's mr mrs ms " +
    'st nd rd th'
  ).split(' '),
);
