/** Certificates of an archive, as the command line verifies them: those of an authority that is known, and no other. */

import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { generate } from 'selfsigned';
import { listening } from '../unit/archive/listening.ts';
import { workspaceOf } from './workspace.ts';

const DRAFT = { 'draft.md': 'It has 17 cows.\n' };

interface Secured {
  readonly url: string;
  /** The certificate of the server, which is its own authority, as PEM. */
  readonly certificate: string;
  /** The credentials of each request. */
  readonly authorizations: readonly string[];
}

/** An archive that holds nothing, behind a certificate that was made out to a name just now. */
async function secured(t: TestContext, name: string): Promise<Secured> {
  const extensions = [
    { name: 'basicConstraints' as const, cA: true },
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: name }] },
  ];
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], { extensions });
  const authorizations: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    authorizations.push(request.headers.authorization ?? '');
    const error = { type: 'index_not_found_exception', reason: 'no such index' };
    request.resume();
    response
      .writeHead(404, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error, status: 404 }));
  });
  const port = await listening(t, server);
  return { url: `https://localhost:${port}/news`, certificate: cert, authorizations };
}

suite('the certificate of an archive', { timeout: 120_000 }, () => {
  test('is refused where nobody known signed it, whatever the environment says, and no password is sent', async (t) => {
    const { url, authorizations } = await secured(t, 'localhost');
    await using workspace = await workspaceOf(DRAFT);
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', CORROBORATE_ARCHIVE_USER: 'ann', NODE_NO_WARNINGS: '1' };
    const { code, stdout, stderr } = await workspace.runWith(env, 'check', 'draft.md', '--archive', url);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(
      stderr,
      /archive not reachable: self.signed certificate; name the file .* NODE_EXTRA_CA_CERTS/,
    );
    assert.deepEqual(authorizations, []);
  });

  test('is taken where NODE_EXTRA_CA_CERTS names its authority, and then who asks is said', async (t) => {
    const { url, certificate, authorizations } = await secured(t, 'localhost');
    await using workspace = await workspaceOf({ ...DRAFT, 'newsroom-ca.pem': certificate });
    const env = {
      NODE_EXTRA_CA_CERTS: join(workspace.path, 'newsroom-ca.pem'),
      CORROBORATE_ARCHIVE_USER: 'ann',
      CORROBORATE_ARCHIVE_PASSWORD: 'secret',
    };
    const { code, stderr } = await workspace.runWith(env, 'check', 'draft.md', '--archive', url);
    assert.equal(code, 2);
    assert.match(stderr, /archive not found: nothing was loaded under this name/);
    assert.deepEqual(authorizations, [`Basic ${Buffer.from('ann:secret').toString('base64')}`]);
  });

  test('is refused where it is made out to another name', async (t) => {
    const { url, certificate } = await secured(t, 'elsewhere.example');
    await using workspace = await workspaceOf({ ...DRAFT, 'newsroom-ca.pem': certificate });
    const env = { NODE_EXTRA_CA_CERTS: join(workspace.path, 'newsroom-ca.pem') };
    const { code, stderr } = await workspace.runWith(env, 'check', 'draft.md', '--archive', url);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /does not match certificate's altnames.*; its certificate is made out to another name/,
    );
  });
});
