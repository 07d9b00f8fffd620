/** Which bibliographies a draft names, in the way of its language. */

import type { Draft, DraftLanguage } from '../../draft/draft.ts';
import { readFrontMatter } from '../../text/frontMatter.ts';

/** The paths as written, relative to the draft or absolute, in order and once each. Addresses of the web are left out. */
export function namedBibliographies(draft: Draft): readonly string[] {
  const named = namesIn(draft).map((name) => name.trim());
  return [...new Set(named.filter((name) => name !== '' && !/^[a-z]{2,10}:\/\//iu.test(name)))];
}

function namesIn({ language, text, comments }: Draft): readonly string[] {
  switch (language) {
    case 'markdown':
    case 'quarto':
    case 'mdx':
      return strings(readFrontMatter(text)?.fields.bibliography);
    case 'latex':
      return outside(comments, text.matchAll(LATEX)).flatMap(([, several, one]) =>
        several === undefined ? [one ?? ''] : several.split(',').map((name) => withEnding(name.trim())),
      );
    case 'typst':
      return outside(comments, text.matchAll(TYPST)).flatMap(([, given = '']) =>
        [...given.matchAll(/"([^"\n]{1,300})"/gu)].map(([, name = '']) => name),
      );
    case 'asciidoc':
      return [...text.matchAll(/^:bibtex-file:[ \t]{1,20}(\S[^\n]{0,300})/gmu)].map(([, name = '']) => name);
    case 'restructuredtext':
      return [...text.matchAll(/^\.\. bibliography::[ \t]{1,20}(\S[^\n]{0,300})/gmu)].flatMap(
        ([, names = '']) => names.split(/\s+/u),
      );
    case 'html':
    case 'plaintext':
      return [];
  }
}

const LATEX =
  /\\(?:bibliography\{([^{}\n]{1,1000})\}|(?:addbibresource|addglobalbib)(?:\[[^\]\n]{0,200}\])?\{([^{}\n]{1,300})\})/gu;

/** A path, or a list of them, and perhaps options. */
const TYPST = /\bbibliography\(\(?([^()]{1,1000})\)/gu;

/** What languages whose drafts name no bibliography get one in when they need it. */
export function usualFile(language: DraftLanguage): string | null {
  switch (language) {
    case 'latex':
    case 'typst':
      return 'references.bib';
    default:
      return null;
  }
}

function outside(
  comments: Draft['comments'],
  matches: Iterable<RegExpExecArray>,
): readonly RegExpExecArray[] {
  return [...matches].filter(
    ({ index }) => !comments.some(({ start, end }) => start <= index && index < end),
  );
}

/** BibTeX leaves the ending away. */
function withEnding(name: string): string {
  return name === '' || name.endsWith('.bib') ? name : `${name}.bib`;
}

function strings(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
