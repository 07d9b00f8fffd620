/** Citations in running text of any language: who published when, in round brackets, and bare addresses. */

import type { CitationPattern } from './pattern.ts';

/** `(Gulf Wire, 1 January 2020)`, `(Gulf Wire, 2020)`: what stands before the year must prove to be a source. */
export const AUTHOR_DATE: CitationPattern = {
  kind: 'text',
  pattern: /\((?<values>[\p{L}\p{N}][^()\n]{1,300}(?:\d{4}|undated)(?:,\s(?:p|l)\.\s?\d{1,6})?)\)/dgu,
  mark: '(',
  each: /[^;\s][^;]*/gu,
};

export const BARE_ADDRESS: CitationPattern = {
  kind: 'link',
  pattern: /(?<value>https?:\/\/[^\s<>"“”«»()[\]{}]{1,1000}[^\s<>"“”«»()[\]{}.,;:!?’'*_…])/dgu,
  mark: 'http',
  isApart: false,
};
