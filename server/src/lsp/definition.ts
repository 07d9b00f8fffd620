/** Go to definition: from the claims at a position to all passages of the articles that bear on them. */

import type { Location, LocationLink } from 'vscode-languageserver';
import type { Evidence, Finding } from '../check/finding.ts';
import { passageLocation } from './articleUri.ts';
import type { Checked } from './checks.ts';
import { toOffset, toRange } from './convert.ts';
import { findingsAt } from './findingsAt.ts';
import { checkedFor, type Session } from './session.ts';

export function registerDefinition(session: Session): void {
  session.connection.onDefinition(async ({ textDocument, position }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    const offset = toOffset(checked.document, position);
    // A figure in a quotation comes first, then the quotation.
    const findings = findingsAt(checked.findings, { start: offset, end: offset });
    const links = findings.flatMap((finding) =>
      finding.evidence.map((evidence) => toLink(session, checked, finding, evidence)),
    );
    if (links.length === 0) return null;
    return session.client.definitionLinks ? withOneOrigin(links) : links.map(toLocation);
  });
}

function toLink({ client }: Session, checked: Checked, finding: Finding, evidence: Evidence): LocationLink {
  const { uri, range } = passageLocation(client, evidence, evidence);
  return {
    originSelectionRange: toRange(checked.document, finding.claim),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: passageLocation(client, evidence, evidence.marks[0] ?? evidence).range,
  };
}

/** Editors underline one origin: that of the shortest claim, which comes first. */
function withOneOrigin(links: readonly LocationLink[]): LocationLink[] {
  const origin = links[0]?.originSelectionRange;
  return links.map((link) => (origin === undefined ? link : { ...link, originSelectionRange: origin }));
}

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
