/** Draft languages: the language ids under which VS Code knows the documents that are drafts. */

/**
 * Also what `activationEvents` and the `when` clauses of the manifest name; a test holds them together. Where VS Code
 * itself has no language of an id, the manifest brings it with the endings of its files.
 */
export const DRAFT_LANGUAGES = [
  'markdown',
  'quarto',
  'rmd',
  'mdx',
  'plaintext',
  'latex',
  'tex',
  'typst',
  'asciidoc',
  'restructuredtext',
  'html',
] as const;
