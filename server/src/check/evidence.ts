/** Evidence: turns a passage of an article into what findings show of it. */

import type { Article } from '../corpus/article.ts';
import { placeAt } from '../corpus/place.ts';
import type { Span } from '../text/span.ts';
import type { Evidence } from './finding.ts';

/** What the judge says of a passage beside where it stands. */
export interface Testimony {
  readonly passage: Span;
  readonly marks: readonly Span[];
  /** What the passage gives for the claim, as written. */
  readonly value: string | null;
  readonly agrees: boolean;
}

/** The evidence that `testimony` makes of `article`. The line is counted over `\n`, 1-based. */
export function evidenceOf(article: Article, testimony: Testimony): Evidence {
  const { start, end } = testimony.passage;
  const place = placeAt(article, start);
  return {
    article: article.id,
    path: article.path,
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    url: article.url,
    start,
    end,
    text: article.text.slice(start, end),
    line: lineAt(article.text, start),
    column: start - lineStartAt(article.text, start),
    ...(place !== null && { place }),
    value: testimony.value,
    marks: testimony.marks,
    agrees: testimony.agrees,
  };
}

/** UTF-16 offset at which the line of an offset starts. Ends of lines are those that `lineAt` counts. */
function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !endsLine(text, at - 1)) at -= 1;
  return at;
}

function endsLine(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit === '\n' || (unit === '\r' && text.charAt(at + 1) !== '\n');
}

/** 1-based line of a UTF-16 offset. A lone `\r` counts as a line end, as editors count it. */
export function lineAt(text: string, offset: number): number {
  const before = text.slice(0, offset);
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  for (let at = before.indexOf('\r'); at !== -1; at = before.indexOf('\r', at + 1)) {
    if (text.charAt(at + 1) !== '\n') line += 1;
  }
  return line;
}
