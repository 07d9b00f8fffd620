/** Citations in LaTeX: the `\cite` commands of BibTeX, natbib and biblatex, footnotes, links. */

import type { CitationPattern, DefinitionPattern } from './pattern.ts';

export const LATEX_CITATIONS: readonly CitationPattern[] = [
  {
    kind: 'key',
    pattern:
      /\\(?:[cC]ite(?:p|t|alp|alt|author|year|yearpar|title|num)?|(?:auto|text|paren|foot|footfull|full|smart|super)cite|(?:Auto|Text|Paren|Smart)cite)\*?(?:\[[^\]\n]{0,200}\]){0,2}\{(?<values>[^{}]{1,500})\}/dgu,
    each: /[^\s,]+/gu,
  },
  { kind: 'note', pattern: /\\footref\{(?<value>[^{}\n]{1,200})\}/dgu },
  {
    kind: 'text',
    pattern: /\\footnote(?:\[\d{1,4}\])?\{(?<value>(?:[^{}\\]|\\.|\{[^{}]{0,500}\}){1,2000})\}/dgsu,
  },
  { kind: 'link', pattern: /\\(?:href|url)\{(?<value>https?:\/\/[^{}\s]{1,1000})\}/dgu, isApart: false },
];

export const LATEX_DEFINITIONS: readonly DefinitionPattern[] = [
  {
    kind: 'note',
    pattern:
      /\\footnote\{\\label\{(?<label>[^{}\n]{1,200})\}(?<body>(?:[^{}\\]|\\.|\{[^{}]{0,500}\}){0,2000})\}/dgsu,
    runsOn: 'in-text',
  },
  {
    kind: 'key',
    pattern:
      /\\bibitem(?:\[[^\]\n]{0,200}\])?\{(?<label>[^{}\n]{1,200})\}(?<body>[^\n]{0,2000}(?:\n[^\n\\]{1,2000}){0,4})/dgu,
    runsOn: 'not',
  },
];
