/** An archive in place of folders: its credentials, and what the editor says while it does not answer. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { StatusParams } from '../../../server/src/lsp/protocol.ts';
import { type Answer, type FakeServer, fakeServer } from '../../unit/archive/fakeServer.ts';
import { archiveOf, articleOf } from '../../unit/archive/smallArchive.ts';
import { closeEditors, diagnosticAt, diagnosticsOf, noDiagnosticAt, openDraft } from './draft.ts';
import { extensionUnderTest } from './extension.ts';
import { apiOf } from './extensionApi.ts';
import { profileFiles } from './profile.ts';
import { acceptUntil } from './quickInput.ts';
import { waitFor } from './waiting.ts';

const DRAFT = 'At least 800 troops were sent to Mill Valley on Monday.\n';
const HOLDING = archiveOf(articleOf('At least 750 troops were sent to Mill Valley on Monday.'));
const GONE = (): Answer => ({ status: 503, body: { error: { type: 'busy', reason: 'red' }, status: 503 } });

const [USER, SECRET] = ['ann', 'Three-Herons-wade-at-5'];
const ENCODED = Buffer.from(`${USER}:${SECRET}`).toString('base64');
const BASIC = `Basic ${ENCODED}`;
const REFUSED: Answer = {
  status: 401,
  body: { error: { type: 'security_exception', reason: 'who?' }, status: 401 },
};

/** Whether a text holds the password, as it is or as it is sent. */
function telling(text: string): boolean {
  return text.includes(SECRET) || text.includes(ENCODED);
}

describe('an archive', () => {
  const ends: (() => void)[] = [];
  let server: FakeServer;

  before(async () => {
    server = await fakeServer({ after: (end) => ends.push(end) }, HOLDING);
    await setUrl(`${server.origin}/news`);
  });
  afterEach(async () => {
    await closeEditors();
    server.answers(HOLDING);
  });
  after(async () => {
    await setUrl(undefined);
    for (const end of ends) end();
  });

  it('is asked in place of the folders, and its articles are what the draft is set against', async () => {
    const draft = await openDraft(DRAFT);
    const { message } = await diagnosticAt(draft, '800', 'figure-mismatch');
    assert.match(message, /Lower Vale Gazette/);
    assert.ok(server.asked.length > 0);
  });

  it('that does not answer is said to be not reachable, and nothing of the draft, until it is back', async () => {
    const draft = await openDraft(DRAFT);
    await diagnosticAt(draft, '800', 'figure-mismatch');
    server.answers(GONE);
    const gone = await statusOf(draft, ({ state }) => state === 'problem');
    assert.match(`${gone.text} ${gone.detail}`, /archive not reachable: red \(503\)/);
    assert.equal(gone.counts, null);
    await noDiagnosticAt(draft, '800');
    assert.deepEqual(diagnosticsOf(draft), []);
    server.answers(HOLDING);
    await statusOf(draft, ({ state }) => state === 'checked');
    await diagnosticAt(draft, '800', 'figure-mismatch');
  });

  it('is sent the password that was set, which is written to no setting and no log', async () => {
    server.answers((asked) => (asked.authorization === BASIC ? HOLDING(asked) : REFUSED));
    const draft = await openDraft(DRAFT);
    const refused = await statusOf(draft, ({ state }) => state === 'problem');
    assert.match(`${refused.text} ${refused.detail}`, /archive refuses access/);
    await vscode.commands.executeCommand('corroborate.setArchiveCredentials', {
      user: USER,
      password: SECRET,
    });
    await diagnosticAt(draft, '800', 'figure-mismatch');
    // The server that knows none may ask once more before the other is started.
    const sent = server.asked.map(({ authorization }) => authorization);
    assert.ok(sent.includes(BASIC));
    assert.deepEqual([...new Set(sent.slice(sent.indexOf(BASIC)))], [BASIC]);
    assert.deepEqual([...new Set(sent.slice(0, sent.indexOf(BASIC)))], [undefined]);
    const kept = (await profileFiles()).filter((file) => /\.(?:log|json)$/.test(file));
    assert.ok(kept.some((file) => file.endsWith('settings.json')));
    for (const file of kept) assert.ok(!telling(await readFile(file, 'utf8')), file);
  });

  it('“Set Archive Credentials” asks for a name, and an empty one forgets the password', async () => {
    await vscode.commands.executeCommand('corroborate.setArchiveCredentials', {
      user: USER,
      password: SECRET,
    });
    await acceptUntil(vscode.commands.executeCommand('corroborate.setArchiveCredentials'));
    const draft = await openDraft(DRAFT);
    await diagnosticAt(draft, '800', 'figure-mismatch');
    assert.equal(server.asked.at(-1)?.authorization, undefined);
  });
});

/** The first status of a draft, from now on, that passes. */
async function statusOf(
  { uri }: vscode.TextDocument,
  passes: (status: StatusParams) => boolean,
): Promise<StatusParams> {
  const { statuses } = await apiOf(extensionUnderTest());
  return waitFor('a status of the draft', statuses.onDidChange, () => {
    const status = statuses.of(uri);
    return status !== undefined && passes(status) ? status : null;
  });
}

/** The setting is that of the machine, so that no workspace can send drafts elsewhere. */
async function setUrl(url: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('corroborate');
  await settings.update('archive.url', url, vscode.ConfigurationTarget.Global);
}
