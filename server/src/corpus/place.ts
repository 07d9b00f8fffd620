/** Places: where in its file a passage stood whose article was taken out of the file. */

import type { Article, Origin } from './article.ts';

/** The page, the line, the member: what a person looks for in the original. Numbers are 1-based; null is not known. */
export interface Place {
  readonly member: string | null;
  readonly record: number | null;
  readonly line: number | null;
  readonly page: number | null;
  readonly paragraph: number | null;
}

/** Where the text at an offset of the article stood; null where the article is its file, so that the offset says it. */
export function placeAt({ origin }: Pick<Article, 'origin'>, offset: number): Place | null {
  if (origin === undefined) return null;
  const { member, record, line, part } = origin;
  const number = partAt(origin, offset);
  return {
    member,
    record,
    line,
    page: part === 'page' ? number : null,
    paragraph: part === 'paragraph' ? number : null,
  };
}

/** How many parts begin at the offset or before it. */
function partAt({ starts }: Origin, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** `page 3`, `line 12`, `2020/a.pdf, page 3`: what follows the name of the file. Empty where there is nothing to say. */
export function placeInWords({ member, record, line, page, paragraph }: Place): string {
  const entry = line !== null ? `line ${line}` : record !== null ? `record ${record}` : null;
  const part = page !== null ? `page ${page}` : paragraph !== null ? `paragraph ${paragraph}` : null;
  return [member, entry ?? part].filter((word) => word !== null).join(', ');
}
