/** Role holders: whom `the mayor` and `the union` mean in a text, by titles, descriptions and the names of bodies. */

import type { Name } from './name.ts';
import type { Speaker } from './people.ts';
import { isBodyNoun, isRoleHead } from './roles.ts';
import type { Source } from './subject.ts';

/** Finds the one person or body that a role given by its words (`["fire", "chief"]`, its noun last) can mean. */
export type RoleHolder = (words: readonly string[]) => Speaker | null;

/** A text with more people of one title does not tell which of them a bare title means. */
const MOST_HOLDERS = 8;

/** The roles of the people and bodies that `names` of `text` mention. Linear in the text. */
export function roleHolders(
  text: string,
  names: readonly Name[],
  resolve: (name: Name) => Speaker | null,
): RoleHolder {
  const byNoun = new Map<string, Map<string, Holder>>();
  for (const name of names) {
    const words = roleWords(text, name);
    const speaker = words.length === 0 ? null : resolve(name);
    if (speaker !== null) for (const word of words) addHolder(byNoun, word, { speaker, words });
  }
  return (words) => {
    const holders = [...(byNoun.get(words[words.length - 1] ?? '')?.values() ?? [])];
    if (holders.length > MOST_HOLDERS) return null;
    const exact = holders.filter((holder) => words.every((word) => holder.words.includes(word)));
    const fitting = exact.length > 0 ? exact : holders;
    return fitting.length === 1 ? (fitting[0]?.speaker ?? null) : null;
  };
}

interface Holder {
  readonly speaker: Speaker;
  readonly words: readonly string[];
}

function addHolder(byNoun: Map<string, Map<string, Holder>>, word: string, holder: Holder): void {
  if (!isRoleHead(word) && !isBodyNoun(word)) return;
  const holders = byNoun.get(word) ?? new Map<string, Holder>();
  byNoun.set(word, holders);
  if (holders.size <= MOST_HOLDERS) holders.set(holder.speaker.name, holder);
}

/** UTF-16 units after a name in which a description (`Helen Osei, the mayor,`) opens. */
const REACH = 60;
const DESCRIPTION = /^, (?:the|a|an|its|their|his|her) ([^,.;:!?"“”()\n]{1,50})/;

/** The words of a title or a description, or of the name of a body. Lower case. */
function roleWords(text: string, { kind, title, end, words }: Name): string[] {
  if (kind === 'body') return [...words];
  const described = DESCRIPTION.exec(text.slice(end, end + REACH))?.[1] ?? '';
  // What follows a link (`of`, `for`, `who`) describes somebody or something else.
  const [own = ''] = described.split(/\b(?:of|for|who|whose|which|that|in|at|from|to|and)\b/);
  return `${title ?? ''} ${own}`.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
}

/** Most words between `the` and the noun of a role. */
const BEFORE_NOUN = /\b[Tt]he ((?:\p{Ll}[\p{Ll}-]{0,20} ){0,3})$/u;
/** `the head of the commission` is whoever heads it, and no bare role. */
const LINKED = /^ (?:of|for|at|in|from|who|that)\b/;
/** UTF-16 units before the noun in which they stand. */
const PHRASE = 80;

/** The words of `the fire chief` when that is a source, else null: `a spokesman` may be anybody. */
export function roleOf(text: string, { span, names, pronoun }: Source): string[] | null {
  if (names.length > 0 || pronoun !== null) return null;
  const lead = BEFORE_NOUN.exec(text.slice(Math.max(0, span.start - PHRASE), span.start));
  if (lead === null || LINKED.test(text.slice(span.end, span.end + PHRASE))) return null;
  const noun = text.slice(span.start, span.end);
  const before = (lead[1] ?? '').split(' ').filter((word) => word !== '');
  return noun === noun.toLowerCase() ? [...before, noun] : null;
}
