/** Citations in HTML: links to the source. */

import type { CitationPattern } from './pattern.ts';

export const HTML_CITATIONS: readonly CitationPattern[] = [
  {
    kind: 'link',
    pattern: /<a\s[^<>]{0,500}?\bhref\s?=\s?["']?(?<value>https?:\/\/[^\s<>"']{1,1000})/dgiu,
    isApart: false,
  },
];
