/** Markup: the paragraphs of a piece of HTML, read in one pass without a document tree. */

import { Tokenizer } from 'htmlparser2';
import { paragraphWords } from './paragraphWords.ts';

/** Elements that begin and end a paragraph. A cell of a table is one, so that no figure is read across two cells. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content is struck out, which an article no longer says. */
const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike']);

/** Elements whose content nobody reads. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...'script style head template noscript svg math iframe object select textarea button title'.split(' '),
  ...STRUCK,
]);

/** Elements without content, and so without an end. */
const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Drawings and formulas, where a tag may end itself as in XML. */
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

/**
 * The paragraphs with their blanks joined, in order, none of them empty; with `lines kept` the blanks and line ends within
 * a paragraph stay. Takes time in proportion to `html`.
 */
export function markupParagraphs(
  html: string,
  blanks: 'joined' | 'lines kept' = 'joined',
): readonly string[] {
  const paragraphs: string[] = [];
  const open = openElements();
  const words = paragraphWords();
  let name = '';
  const endParagraph = (): void => {
    const paragraph = words.take(blanks);
    if (paragraph !== '') paragraphs.push(paragraph);
  };
  const read = (text: string): void => {
    if (!open.isUnseen()) words.add(text);
    // Several words that are struck out stand between two others; a letter or a digit may stand within one.
    else if (open.isStruck() && /\s/u.test(text)) words.add(' ');
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        if (BLOCKS.has(name) || name === 'body') endParagraph();
        if (name === 'body') open.end('head');
        if (!VOID.has(name)) open.begin(name);
        if (name === 'sup') words.beginRaised();
        else if (name === 'a') words.link();
      },
      onselfclosingtag() {
        if (FOREIGN.has(name)) open.end(name);
      },
      onclosetag(start, end) {
        const closed = html.slice(start, end).toLowerCase();
        open.end(closed);
        if (!open.isRaised()) words.endRaised();
        if (BLOCKS.has(closed)) endParagraph();
      },
      ontext(start, end) {
        read(html.slice(start, end));
      },
      ontextentity(codepoint) {
        read(String.fromCodePoint(codepoint));
      },
      ...NOTHING,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  endParagraph();
  return paragraphs;
}

/** What of a page says nothing about its paragraphs. */
const NOTHING = {
  onattribdata() {},
  onattribentity() {},
  onattribend() {},
  onattribname() {},
  oncdata() {},
  oncomment() {},
  ondeclaration() {},
  onend() {},
  onopentagend() {},
  onprocessinginstruction() {},
} as const;

interface OpenElements {
  begin(name: string): void;
  /** Ends the innermost element of that name with all that was left open in it; nothing where none is open. */
  end(name: string): void;
  /** Whether one of them is an element whose content nobody reads. */
  isUnseen(): boolean;
  /** Whether one of them strikes its content out. */
  isStruck(): boolean;
  /** Whether one of them raises its content above the line. */
  isRaised(): boolean;
}

/** The elements around a place. The parser of the library takes time with the square of their number. */
function openElements(): OpenElements {
  const names: string[] = [];
  const counts = new Map<string, number>();
  let unseen = 0;
  return {
    begin(name) {
      names.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (UNSEEN.has(name)) unseen += 1;
    },
    end(name) {
      if ((counts.get(name) ?? 0) === 0) return;
      for (let last = names.pop(); last !== undefined; last = names.pop()) {
        counts.set(last, (counts.get(last) ?? 1) - 1);
        if (UNSEEN.has(last)) unseen -= 1;
        if (last === name) return;
      }
    },
    isUnseen: () => unseen > 0,
    isStruck: () => [...STRUCK].some((name) => (counts.get(name) ?? 0) > 0),
    isRaised: () => (counts.get('sup') ?? 0) > 0,
  };
}
