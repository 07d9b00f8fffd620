/** Hover: what the articles say of the claim under the pointer, supported claims too, and what a citation leads to. */

import { MarkupKind } from 'vscode-languageserver';
import type { Evidence } from '../check/finding.ts';
import { passageLocation } from './articleUri.ts';
import { citationHover } from './citationHover.ts';
import { toOffset, toRange } from './convert.ts';
import { findingAt } from './findingsAt.ts';
import { hoverText } from './hoverText.ts';
import { MARKDOWN, PLAIN } from './markup.ts';
import { checkedFor, type Session } from './session.ts';

export function registerHover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    const offset = toOffset(checked.document, position);
    const { hover: format, options } = session.client;
    const kind = format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
    const links = {
      passage: (evidence: Evidence) => passageUri(session, evidence),
      rulePage: session.rulePage,
    };
    const finding = findingAt(checked.findings, offset);
    if (finding === null) {
      const cited = await citationHover(checked, offset, format === 'markdown' ? MARKDOWN : PLAIN, links);
      return cited === null
        ? null
        : { contents: { kind, value: cited.value }, range: toRange(checked.document, cited.span) };
    }
    const diagnostic = options.diagnosticsInHover === true ? 'shown' : 'not-shown';
    const value = hoverText(finding, { format, diagnostic }, links);
    return { contents: { kind, value }, range: toRange(checked.document, finding.claim) };
  });
}

/** Editors read the fragment `L12` as line 12. */
function passageUri({ client }: Session, evidence: Evidence): string {
  const { uri, range } = passageLocation(client, evidence, evidence);
  return `${uri}#L${range.start.line + 1}`;
}
