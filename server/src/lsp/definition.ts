/** Go to definition: from a claim to the passages of the articles that bear on it. */

import type { Location, LocationLink } from 'vscode-languageserver';
import type { Evidence, Finding } from '../check/finding.ts';
import type { Checked } from './checks.ts';
import { articleDocument, toOffset, toRange, toUri } from './convert.ts';
import { findingAt } from './findingsAt.ts';
import { checkedFor, type Session } from './session.ts';

export function registerDefinition(session: Session): void {
  session.connection.onDefinition(async ({ textDocument, position }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    const finding = findingAt(checked.findings, toOffset(checked.document, position));
    if (finding === null || finding.evidence.length === 0) return null;
    const links = finding.evidence.flatMap((evidence) => toLink(checked, finding, evidence));
    return session.client.definitionLinks ? links : links.map(toLocation);
  });
}

function toLink(checked: Checked, finding: Finding, evidence: Evidence): LocationLink[] {
  const article = checked.index.article(evidence.article)?.article;
  if (article === undefined) return [];
  const document = articleDocument(article);
  const link = {
    originSelectionRange: toRange(checked.document, finding.claim),
    targetUri: toUri(evidence.path),
    targetRange: toRange(document, evidence),
    targetSelectionRange: toRange(document, evidence.marks[0] ?? evidence),
  };
  return [link];
}

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
