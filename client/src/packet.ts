/** The fact-check packet: a panel that follows its draft, and files of it to save or to print. */

import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';
import { PACKET_METHOD, type PacketAnswer, type PacketParams } from '../../server/src/lsp/packetProtocol.ts';
import { plainLine } from '../../server/src/lsp/plainLine.ts';
import { OPEN_SOURCE_COMMAND } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';
import type { DraftStatuses } from './statuses.ts';

/** The view type of the panel, by which the manifest gives it its buttons. */
const VIEW_TYPE = 'corroborate.packet';

/** A panel with the draft it is about, in VS Code’s spelling. */
interface Shown {
  readonly draft: Uri;
  readonly panel: WebviewPanel;
}

/** The panels that are open. */
export interface Packets extends Disposable {
  /** The page that the panel of a draft shows; undefined where none is open. */
  of(draft: Uri): string | undefined;
  /** Fires with the draft whenever its panel shows another page. */
  readonly onDidChange: Event<Uri>;
}

/** Registers the commands that open, save and print a packet. */
export function createPackets(
  context: ExtensionContext,
  server: ServerConnection,
  statuses: DraftStatuses,
): Packets {
  const shown = new Map<string, Shown>();
  const changed = new EventEmitter<Uri>();
  const desk: Desk = { context, server, shown, changed };
  const subscriptions = [
    commands.registerCommand('corroborate.openPacket', () => openPacket(desk)),
    commands.registerCommand('corroborate.savePacket', () => savePacket(desk)),
    commands.registerCommand('corroborate.printPacket', (opener: unknown) =>
      printPacket(desk, isOpener(opener) ? opener : openInBrowser),
    ),
    statuses.onDidChange(({ uri }) => {
      const open = shown.get(server.client.protocol2CodeConverter.asUri(uri).toString());
      if (open !== undefined) void refresh(desk, open);
    }),
    { dispose: () => closeAll(shown) },
    changed,
  ];
  return {
    of: (draft) => shown.get(draft.toString())?.panel.webview.html,
    onDidChange: changed.event,
    dispose() {
      for (const each of subscriptions) each.dispose();
    },
  };
}

function closeAll(shown: ReadonlyMap<string, Shown>): void {
  for (const { panel } of [...shown.values()]) panel.dispose();
}

interface Desk {
  readonly context: ExtensionContext;
  readonly server: ServerConnection;
  /** By the URI of the draft. */
  readonly shown: Map<string, Shown>;
  readonly changed: EventEmitter<Uri>;
}

async function openPacket(desk: Desk): Promise<void> {
  const draft = shownDraft()?.document.uri;
  if (draft === undefined) return;
  const key = draft.toString();
  const known = desk.shown.get(key);
  if (known !== undefined) {
    known.panel.reveal(undefined, true);
    return;
  }
  const answer = await packetOf(desk, draft, 'panel');
  if (answer.state === 'refused') {
    void window.showWarningMessage(plainLine(answer.reason));
    return;
  }
  const panel = window.createWebviewPanel(
    VIEW_TYPE,
    titleOf(answer.title),
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
      // The one command that its links may run: it opens a file, and its arguments are written by our server.
      enableCommandUris: [OPEN_SOURCE_COMMAND],
    },
  );
  panel.webview.html = answer.text;
  desk.shown.set(key, { draft, panel });
  panel.onDidDispose(() => desk.shown.delete(key));
  desk.changed.fire(draft);
}

/** Shows the packet of the draft as it is now. A draft that cannot be checked for the moment keeps its last packet. */
async function refresh(desk: Desk, { draft, panel }: Shown): Promise<void> {
  // Where the draft changed meanwhile, the status of its next check leads here again.
  const answer = await packetOf(desk, draft, 'panel');
  if (answer.state === 'refused' || panel.webview.html === answer.text) return;
  panel.title = titleOf(answer.title);
  panel.webview.html = answer.text;
  desk.changed.fire(draft);
}

async function savePacket(desk: Desk): Promise<void> {
  const draft = currentDraft(desk);
  if (draft === undefined) return;
  const target = await window.showSaveDialog({
    title: l10n.t('Save Fact-Check Packet'),
    defaultUri: besideDraft(draft),
    filters: { HTML: ['html'], Markdown: ['md'] },
  });
  if (target === undefined) return;
  const answer = await packetOf(desk, draft, /\.(?:md|markdown)$/i.test(target.path) ? 'markdown' : 'html');
  if (answer.state === 'refused') void window.showWarningMessage(plainLine(answer.reason));
  else await workspace.fs.writeFile(target, Buffer.from(answer.text));
}

/** Shows a file in a program that prints. An extension that runs the command may bring one of its own. */
type Opener = (file: Uri) => Thenable<unknown>;

function isOpener(given: unknown): given is Opener {
  return typeof given === 'function';
}

/** Writes the packet where `opener` shows it, by default in the browser, which can print it and save it as PDF. */
async function printPacket(desk: Desk, opener: Opener): Promise<void> {
  const draft = currentDraft(desk);
  if (draft === undefined) return;
  const answer = await packetOf(desk, draft, 'html');
  if (answer.state === 'refused') {
    void window.showWarningMessage(plainLine(answer.reason));
    return;
  }
  const file = Uri.joinPath(desk.context.globalStorageUri, 'packet.html');
  await workspace.fs.writeFile(file, Buffer.from(answer.text));
  await opener(file);
}

async function openInBrowser(file: Uri): Promise<void> {
  if (env.remoteName === undefined) {
    await env.openExternal(file);
    return;
  }
  // The browser runs on another machine and cannot open a file of this one.
  void window.showInformationMessage(
    l10n.t('VS Code runs on another machine here. Save the packet and open the file in your browser.'),
  );
}

async function packetOf({ server }: Desk, draft: Uri, format: PacketParams['format']): Promise<PacketAnswer> {
  const params: PacketParams = { uri: server.client.code2ProtocolConverter.asUri(draft), format };
  try {
    return await server.client.sendRequest<PacketAnswer>(PACKET_METHOD, params);
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.ContentModified) throw error;
    return { state: 'refused', reason: l10n.t('The draft changed while it was checked. Try again.') };
  }
}

/** The draft of the panel in front, else the one shown in an editor. */
function currentDraft({ shown }: Desk): Uri | undefined {
  const active = [...shown.values()].find(({ panel }) => panel.active);
  return active?.draft ?? shownDraft()?.document.uri;
}

/** `report.md` as `report.packet.html` in the same folder; a draft without a folder is named by itself. */
function besideDraft(draft: Uri): Uri {
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const file = `${name}.packet.html`;
  return draft.scheme === 'file' ? Uri.joinPath(draft, '..', file) : Uri.file(file);
}

function titleOf(title: string): string {
  return l10n.t('Packet: {0}', title);
}
