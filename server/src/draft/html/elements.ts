/** Elements of HTML: which part paragraphs, which hold no prose, which say what a paragraph is. */

import type { ProseBlock } from '../draft.ts';

/** What an element is to the words in it. Elements that are not named stand within a line, around words of it. */
export type ElementKind =
  /** Parts paragraphs. */
  | 'block'
  /** Parts paragraphs, and names what stands in it. */
  | 'container'
  | 'heading'
  /** Holds no prose: with `hiddenBlock` it also parts paragraphs. */
  | 'hidden'
  | 'hiddenBlock'
  /** Parts the words around it, and holds none. */
  | 'break'
  | 'cell'
  | 'quotation'
  | 'inline';

const NAMES: readonly (readonly [kind: ElementKind, names: string])[] = [
  [
    'block',
    'address article aside body center details dialog div fieldset figure footer form header hgroup hr html',
  ],
  ['block', 'legend main nav p section summary tbody tfoot thead search'],
  ['container', 'blockquote ul ol menu dl li dd dt table tr figcaption caption'],
  ['heading', 'h1 h2 h3 h4 h5 h6'],
  ['hidden', 'code kbd samp var tt math svg object select textarea audio video canvas del s strike'],
  ['hiddenBlock', 'script style pre template noscript iframe head listing xmp plaintext'],
  ['break', 'br wbr img input embed source track area col link meta param'],
  ['cell', 'td th'],
  ['quotation', 'q'],
];

const KINDS: ReadonlyMap<string, ElementKind> = new Map(
  NAMES.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
);

/** The kind of the element `name`, in lower case. */
export function elementKind(name: string): ElementKind {
  return KINDS.get(name) ?? 'inline';
}

const CONTAINERS: ReadonlyMap<string, Exclude<ProseBlock['kind'], 'heading'>> = new Map([
  ['blockquote', 'blockQuote'],
  ['li', 'listItem'],
  ['dd', 'listItem'],
  ['dt', 'listItem'],
  ['tr', 'tableRow'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
]);

/** What a paragraph is called in the container `name`. */
export function kindIn(name: string): Exclude<ProseBlock['kind'], 'heading'> {
  return CONTAINERS.get(name) ?? 'paragraph';
}

/** Whether a tag, as written, opens a reference to a note or a source. */
export function isCitation(tag: string): boolean {
  return CITATION.test(tag);
}

/** Links to a place on the page, and what Pandoc and publishers of books write. */
const CITATION =
  /^<(?:a|span|sup)\s(?=[^<>]{0,500}(?:\bhref\s{0,3}=\s{0,3}["']?#|doc-noteref|doc-biblioref|\bdata-cites\b|\bclass\s{0,3}=\s{0,3}["']?(?:citation|footnote)))/i;
