/** Navigation: what leads from drafts to articles and back, and the lists that show both. */

import type { ServerCapabilities } from 'vscode-languageserver';
import { registerClaims } from './claims.ts';
import { registerCodeLenses } from './codeLenses.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { registerDocumentSymbols } from './documentSymbols.ts';
import { registerReferences } from './references.ts';
import type { Session } from './session.ts';
import { registerSources } from './sources.ts';
import { trackUses } from './uses.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

export const NAVIGATION: ServerCapabilities = {
  referencesProvider: true,
  codeLensProvider: {},
  // The label tells our outline from that of the headings, which editors show beside it.
  documentSymbolProvider: { label: 'Claims' },
  workspaceSymbolProvider: true,
  documentLinkProvider: {},
};

export function registerNavigation(session: Session): void {
  const uses = trackUses(session);
  registerReferences(session, uses);
  registerCodeLenses(session, uses);
  registerDocumentSymbols(session);
  registerWorkspaceSymbols(session, uses);
  registerDocumentLinks(session);
  registerClaims(session);
  registerSources(session, uses);
}
