/** The views of the side bar and what belongs to them: commands, marks in the draft, articles opened at a passage. */

import { commands, Disposable, type ExtensionContext, Uri } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient';
import * as z from 'zod';
import { registerClaimCommands } from './claims/claimCommands.ts';
import { createClaimsFeed } from './claims/claimsFeed.ts';
import { type ClaimsView, createClaimsView } from './claims/claimsView.ts';
import { markSupported, type SupportedMarks } from './claims/supportedMarks.ts';
import { trackCurrentDraft } from './currentDraft.ts';
import { openArticle } from './openArticle.ts';
import { createPassageReader, type PassageReader, type PassageTarget } from './passageReader.ts';
import { type ServerConnection, SHOW_REFERENCES_COMMAND } from './serverConnection.ts';
import { showInReader } from './showInReader.ts';
import { addSource } from './sources/addSource.ts';
import { createSourcesView, type SourcesView } from './sources/sourcesView.ts';
import type { DraftStatuses } from './statuses.ts';

export interface Views extends Disposable {
  readonly claims: ClaimsView;
  readonly sources: SourcesView;
  readonly marks: SupportedMarks;
}

export function createViews(
  context: ExtensionContext,
  server: ServerConnection,
  statuses: DraftStatuses,
): Views {
  const draft = trackCurrentDraft(statuses);
  const feed = createClaimsFeed(server, statuses, draft);
  const reader = createPassageReader();
  server.client.middleware.window = { showDocument: showInReader(server, reader) };
  const claims = createClaimsView(server, feed);
  const sources = createSourcesView(server, draft);
  const marks = markSupported(context, server, feed);
  const own = Disposable.from(
    claims,
    sources,
    feed,
    draft,
    reader,
    marks,
    registerClaimCommands(server, feed, claims, reader),
    ...registerArticleCommands(server, reader),
  );
  return { claims, sources, marks, dispose: () => own.dispose() };
}

const originSchema = z.enum(['files', 'clipboard', 'page']);
/** Whoever runs the command from an extension may name the files. */
const filesSchema = z.array(z.custom<Uri>((each) => each instanceof Uri));

function registerArticleCommands(server: ServerConnection, reader: PassageReader): readonly Disposable[] {
  const register = commands.registerCommand;
  return [
    register('corroborate.openArticle', (words: unknown) =>
      openArticle(server, reader, typeof words === 'string' ? words : ''),
    ),
    register('corroborate.addSource', (origin: unknown, files: unknown) =>
      addSource(server, originSchema.safeParse(origin).data, filesSchema.safeParse(files).data),
    ),
    register('corroborate.openPassage', (target: PassageTarget) => reader.open(target)),
    register('corroborate.readArticle', (uri: unknown) =>
      uri instanceof Uri ? reader.read(uri) : undefined,
    ),
    register(
      SHOW_REFERENCES_COMMAND,
      (uri: string, position: ProtocolPosition, locations: ProtocolLocation[]) =>
        showReferences(server, uri, position, locations),
    ),
  ];
}

/** What a code lens of the server asks for, in VS Code's own types. */
function showReferences(
  { client: { protocol2CodeConverter: convert } }: ServerConnection,
  uri: string,
  position: ProtocolPosition,
  locations: readonly ProtocolLocation[],
): Thenable<unknown> {
  return commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position),
    locations.map((location) => convert.asLocation(location)),
  );
}
