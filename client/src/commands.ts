/** The commands of the palette, each in a few lines or in a file of its own. */

import { commands, type Disposable, type ExtensionContext, l10n, window } from 'vscode';
import {
  CHECK_DRAFT_METHOD,
  type CheckDraftParams,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import { citeDraft } from './citeDraft.ts';
import { fixFinding, goToFinding } from './goToFinding.ts';
import { openSample } from './openSample.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';

export function registerCommands(context: ExtensionContext, server: ServerConnection): readonly Disposable[] {
  return [
    commands.registerCommand('corroborate.checkDraft', () => checkDraft(server)),
    commands.registerCommand('corroborate.nextFinding', () => goToFinding('next')),
    commands.registerCommand('corroborate.previousFinding', () => goToFinding('previous')),
    commands.registerCommand('corroborate.fixFinding', () => fixFinding()),
    commands.registerCommand('corroborate.citeDraft', () => citeDraft(server)),
    commands.registerCommand('corroborate.showOutput', () => server.output.show()),
    commands.registerCommand('corroborate.restartServer', () => server.restart()),
    commands.registerCommand('corroborate.openSample', () => openSample(context)),
    commands.registerCommand('corroborate.openWalkthrough', () => openWalkthrough(context)),
  ];
}

/** Checks the shown draft now, articles included, and says what was found. */
async function checkDraft({ client }: ServerConnection): Promise<void> {
  const document = shownDraft()?.document;
  if (document === undefined) return;
  const params: CheckDraftParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const status = await client.sendRequest<StatusParams | null>(CHECK_DRAFT_METHOD, params);
  const text = status === null ? l10n.t('This document is no draft') : status.text;
  window.setStatusBarMessage(`Corroborate: ${text}`, STATUS_SHOWN_FOR);
}

/** Milliseconds: long enough to read one line. */
const STATUS_SHOWN_FOR = 8000;

function openWalkthrough(context: ExtensionContext): Thenable<unknown> {
  const walkthrough = `${context.extension.id}#corroborate.start`;
  return commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}
