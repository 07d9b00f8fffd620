/** Words as Markdown in which they are nothing but words. */

import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { oneLine } from '../source.ts';

/** One line of Markdown that shows just these words. */
export function markdownWords(words: string): string {
  return markdownLine([{ type: 'text', value: oneLine(words) }]);
}

/** One line of Markdown. */
export function markdownLine(children: PhrasingContent[]): string {
  return toMarkdown({ type: 'paragraph', children }, { extensions: [gfmToMarkdown()] }).trim();
}
