/** References as hovers and completions show them: title, outlet, date, address. All of it is the article's own text. */

import { longDate } from '../cite/longDate.ts';
import type { Source } from '../cite/source.ts';
import type { Markup } from './markup.ts';

/** `**Title**, Gulf Wire, 1 January 2020 · https://…`; nothing an article says is read as markup. */
export function referenceLine({ title, outlet, published, url }: Source, markup: Markup): string {
  const details = [
    ...(outlet === null ? [] : [outlet]),
    ...(published === null ? [] : [longDate(published)]),
  ];
  const named = [markup.strong(title), ...details.map((part) => markup.text(part))].join(', ');
  return url === null ? named : `${named} · ${markup.text(url)}`;
}
