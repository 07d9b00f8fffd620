/** Draft languages by the names that editors and files give them. */

import type { DraftLanguage } from './draft.ts';

/** All of them, for what offers a choice. */
export const DRAFT_LANGUAGES = [
  'markdown',
  'quarto',
  'mdx',
  'plaintext',
  'latex',
  'typst',
  'asciidoc',
  'restructuredtext',
  'html',
] as const satisfies readonly DraftLanguage[];

/** For each language the language ids of editors, then the endings of files without their full stop. */
const NAMES: readonly (readonly [language: DraftLanguage, names: readonly string[]])[] = [
  ['markdown', ['markdown', 'md', 'mkd', 'mdown', 'gfm', 'myst', 'pandoc']],
  ['quarto', ['quarto', 'qmd', 'rmd']],
  ['mdx', ['mdx', 'markdown.mdx']],
  ['latex', ['latex', 'tex', 'plaintex', 'ltx']],
  ['typst', ['typst', 'typ']],
  ['asciidoc', ['asciidoc', 'asciidoctor', 'adoc', 'asc']],
  ['restructuredtext', ['restructuredtext', 'rst', 'rest']],
  ['html', ['html', 'htm', 'xhtml']],
];

const LANGUAGES: ReadonlyMap<string, DraftLanguage> = new Map(
  NAMES.flatMap(([language, names]) => names.map((name) => [name, language] as const)),
);

/** The language of an editor's language id or of a file extension without its full stop; an unknown one is plain text. */
export function languageOf(name: string): DraftLanguage {
  return LANGUAGES.get(name.toLowerCase()) ?? 'plaintext';
}
