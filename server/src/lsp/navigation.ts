/** Navigation: what leads from drafts to articles and back, and the lists that show both. */

import { registerClaims } from './claims.ts';
import { registerCodeLenses } from './codeLenses.ts';
import { registerDocumentLinks } from './documentLinks.ts';
import { registerDocumentSymbols } from './documentSymbols.ts';
import { registerReferences } from './references.ts';
import type { Session } from './session.ts';
import { registerSources } from './sources.ts';
import { trackUses } from './uses.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

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
