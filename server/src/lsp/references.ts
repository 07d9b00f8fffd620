/** References: from a passage of an article to the claims that rest on it, from a claim to those it shares passages with. */

import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { Evidence } from '../check/finding.ts';
import type { Span } from '../text/span.ts';
import { articlesAt } from './articleAt.ts';
import { passageLocation } from './articleUri.ts';
import { articleDocument, toOffset, toRange } from './convert.ts';
import { findingsAt } from './findingsAt.ts';
import { checkedFor, type Session } from './session.ts';
import { type Use, type Uses, usesOf } from './uses.ts';

/** A passage that a question is about. */
type Place = Pick<Evidence, 'article' | 'path'> & Span;

/**
 * Claims of the drafts known (see `Uses.drafts`). With the declaration asked for as well, the passages that a claim rests
 * on come first.
 */
export function registerReferences(session: Session, uses: Uses): void {
  session.connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
    const checked = await checkedFor(session, uri, token);
    if (checked === null) return claimsOn(await placesInArticle(session, uri, position), uses, token);
    const offset = toOffset(checked.document, position);
    const findings = findingsAt(checked.findings, { start: offset, end: offset });
    const passages = findings.flatMap(({ evidence }) => evidence);
    const claims = await claimsOn(passages, uses, token);
    return [
      ...(context.includeDeclaration
        ? passages.map((passage) => passageLocation(session.client, passage, passage))
        : []),
      ...claims,
    ];
  });
}

async function placesInArticle(session: Session, uri: string, position: Position): Promise<readonly Place[]> {
  const articles = await articlesAt(session, uri);
  return articles.map((article) => {
    const offset = toOffset(articleDocument(article), position);
    return { article: article.id, path: article.path, start: offset, end: offset };
  });
}

async function claimsOn(places: readonly Place[], uses: Uses, token: CancellationToken): Promise<Location[]> {
  if (places.length === 0) return [];
  const drafts = await uses.drafts(token);
  const found = places.flatMap((place) =>
    usesOf({ id: place.article, path: place.path }, drafts).filter(({ evidence }) =>
      touches(place, evidence),
    ),
  );
  return claimLocations(found);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Where the claims of the uses stand, each claim once, in the order of their drafts. */
export function claimLocations(uses: readonly Use[]): Location[] {
  const byFinding = new Map(uses.map(({ finding, checked }) => [finding, checked]));
  return [...byFinding]
    .map(([{ claim }, { document }]) => ({ uri: document.uri, range: toRange(document, claim) }))
    .toSorted(
      (a, b) =>
        a.uri.localeCompare(b.uri) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character,
    );
}
