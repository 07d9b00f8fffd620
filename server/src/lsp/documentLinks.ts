/** Document links: from the citations and the notes of a draft to the articles that they mean. */

import type { DocumentLink } from 'vscode-languageserver';
import type { ResolvedCitation, ResolvedDefinition } from '../cite/resolve.ts';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import type { Span } from '../text/span.ts';
import type { Checked } from './checks.ts';
import { citedIn } from './citing.ts';
import { toRange, toUri } from './convert.ts';
import { checkedFor, type Session } from './session.ts';

export function registerDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(async ({ textDocument }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    return checked === null ? null : linksIn(checked);
  });
}

async function linksIn(checked: Checked): Promise<DocumentLink[]> {
  const { resolved } = await citedIn(checked);
  const meant = [...resolved.citations.map(ofCitation), ...resolved.definitions.map(ofDefinition)];
  const links = meant.map(async ({ span, article }): Promise<DocumentLink[]> => {
    const entry = article === undefined ? undefined : (await checked.index.article(article))?.article;
    if (span === null || entry === undefined) return [];
    const range = toRange(checked.document, span);
    return [{ range, target: toUri(entry.path), tooltip: tooltipOf(entry) }];
  });
  return (await Promise.all(links)).flat();
}

interface Meant {
  /** Where the link is; null where an editor has one of its own, such as the address itself. */
  readonly span: Span | null;
  /** Id of the article: the first where several were saved. */
  readonly article: string | undefined;
}

/** A label, a key or the words of a citation. */
function ofCitation({ citation, articles }: ResolvedCitation): Meant {
  return { span: citation.kind === 'link' ? null : citation, article: articles[0] };
}

/** The label of a note where it is written out; the addresses in its words stay what they are. */
function ofDefinition({ definition, articles }: ResolvedDefinition): Meant {
  return { span: definition.labelSpan, article: articles[0] };
}

/** Plain words: editors show no markup here. */
function tooltipOf({ title, outlet }: Pick<ArticleEntry, 'title' | 'outlet'>): string {
  return outlet === null ? `Open “${title}”` : `Open “${title}” (${outlet})`;
}
