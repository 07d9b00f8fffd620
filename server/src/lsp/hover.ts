/** Hover: what the articles say of the claim under the pointer, supported claims too. */

import { MarkupKind } from 'vscode-languageserver';
import type { Evidence } from '../check/finding.ts';
import { toOffset, toRange, toUri } from './convert.ts';
import { findingAt } from './findingsAt.ts';
import { hoverText } from './hoverText.ts';
import { checkedFor, type Session } from './session.ts';

export function registerHover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    const finding = findingAt(checked.findings, toOffset(checked.document, position));
    if (finding === null) return null;
    const { hover: format, options } = session.client;
    const diagnostic = options.diagnosticsInHover === true ? 'shown' : 'not-shown';
    const links = { passage: passageUri, rulePage: session.rulePage };
    const value = hoverText(finding, { format, diagnostic }, links);
    const kind = format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value }, range: toRange(checked.document, finding.claim) };
  });
}

/** Editors read the fragment `L12` as line 12. */
function passageUri({ path, line }: Evidence): string {
  return `${toUri(path)}#L${line}`;
}
