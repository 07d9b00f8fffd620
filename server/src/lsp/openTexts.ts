/** What the editor has open: drafts, and bibliographies, whose unsaved text counts before their file and which are no drafts. */

import { basename } from 'node:path';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Event,
  type TextDocumentChangeEvent,
  TextDocumentSyncKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayBeBibliography, type OpenText } from '../bibliography/readFiles.ts';
import { toPath, toUri } from './convert.ts';
import { inBackground, type Session } from './session.ts';

type Documents = TextDocuments<TextDocument>;

/** The open drafts. */
export type DraftDocuments = Pick<
  Documents,
  'get' | 'all' | 'keys' | 'onDidOpen' | 'onDidChangeContent' | 'onDidClose'
>;

/** `documents` without those that may be bibliographies. */
export function draftsAmong(documents: Documents): DraftDocuments {
  return {
    get: (uri) => (isDraft(uri) ? documents.get(uri) : undefined),
    all: () => documents.all().filter(({ uri }) => isDraft(uri)),
    keys: () => documents.keys().filter(isDraft),
    onDidOpen: ofDrafts(documents.onDidOpen),
    onDidChangeContent: ofDrafts(documents.onDidChangeContent),
    onDidClose: ofDrafts(documents.onDidClose),
  };
}

function isDraft(uri: string): boolean {
  return !mayBeBibliography(uri);
}

type Change = TextDocumentChangeEvent<TextDocument>;

function ofDrafts(event: Event<Change>): Event<Change> {
  return (listener, self, disposables) =>
    event(
      (change) => {
        if (isDraft(change.document.uri)) listener.call(self, change);
      },
      null,
      disposables,
    );
}

/** What is open at an absolute path, saved or not; null where nothing is. */
export function openTextAt(documents: Documents, path: string): OpenText | null {
  const document = documents.get(toUri(path));
  return document === undefined ? null : { text: document.getText(), version: document.version };
}

/** Milliseconds: who types an entry pauses when it is done, and a bibliography of thousands takes long to read. */
const PAUSE = 250;

/**
 * Follows the bibliographies of the drafts while they are open. Call once the client is initialized: one that can is asked
 * for their texts then.
 */
export function followOpenBibliographies(session: Session, documents: Documents): void {
  const { bibliographies, client, connection } = session;
  const waiting = new Map<string, NodeJS.Timeout>();
  const changed = ({ document: { uri } }: Change): void => {
    const path = isDraft(uri) ? null : toPath(uri);
    if (path === null) return;
    clearTimeout(waiting.get(path));
    const tell = (): void => {
      waiting.delete(path);
      bibliographies.filesChanged([path]);
    };
    waiting.set(path, setTimeout(tell, PAUSE));
  };
  documents.onDidChangeContent(changed);
  documents.onDidClose(changed);
  if (!client.openedOnDemand) return;
  bibliographies.onDidOpen((paths) => {
    for (const path of paths) inBackground(session, 'Bibliographies', askFor(connection, path));
  });
}

async function askFor({ client }: Session['connection'], path: string): Promise<void> {
  // The pattern language knows no escape. Another file of that name is no draft either.
  const pattern = `**/${basename(path).replace(/[[\]{}*?!]/g, '?')}`;
  const documentSelector = [{ scheme: 'file', pattern }];
  await client.register(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  await client.register(DidCloseTextDocumentNotification.type, { documentSelector });
  await client.register(DidOpenTextDocumentNotification.type, { documentSelector });
}
