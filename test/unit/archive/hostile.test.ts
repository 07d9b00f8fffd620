/** Hostile servers: whatever stands at the address of an archive, it is asked within bounds and never anybody else. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { describe, type TestContext, test } from 'node:test';
import { setInterval as every } from 'node:timers';
import { createClient } from '../../../server/src/corpus/archive/openSearchClient.ts';
import { connect } from '../../../server/src/corpus/archive/transport.ts';
import { addressOf } from '../../archive/backend.ts';
import { fakeServer } from './fakeServer.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Starts a server on loopback that ends with the test, and tells its origin. */
async function serverOf(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

/** Asks a server for a state, and waits so many milliseconds for it. */
async function ask(t: TestContext, origin: string, timeout: number): Promise<unknown> {
  const transport = connect(addressOf(`${origin}/news`), {
    kind: 'password',
    user: 'ann',
    password: 'secret',
  });
  t.after(() => transport.close());
  return transport.send({ method: 'POST', path: '/news-v2/_msearch', lines: ['{}', '{}'], timeout });
}

describe('a server', { timeout: 60_000 }, () => {
  test('that sends on to another is not followed', async (t) => {
    const other = await fakeServer(t, () => ({ body: { responses: [] } }));
    const origin = await serverOf(t, (_, response) => {
      response.writeHead(307, { location: `${other.origin}/news-v2/_msearch` }).end();
    });
    await assert.rejects(ask(t, origin, 5_000), {
      name: 'ArchiveError',
      failure: 'unreachable',
      message: /it sends on to another address \(307\), which is not followed/,
    });
    assert.deepEqual(other.asked, []);
  });

  test('that says nothing, or a little at a time and never all, is not waited for', async (t) => {
    for (const isSilent of [true, false]) {
      const origin = await serverOf(t, (_, response) => {
        if (isSilent) return;
        response.writeHead(200, JSON_TYPE).write('{"responses": [');
        const drip = every(() => response.write(' '), 10);
        response.once('close', () => clearInterval(drip));
      });
      const began = performance.now();
      await assert.rejects(ask(t, origin, 400), { name: 'ArchiveError', failure: 'unreachable' });
      assert.ok(performance.now() - began < 10_000);
    }
  });

  test('whose answer has no end is broken off', async (t) => {
    const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
    const origin = await serverOf(t, (_, response) => {
      response.writeHead(200, JSON_TYPE).once('close', over);
      const pour = (): void => {
        while (!response.closed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    const client = createClient([origin], { kind: 'none' }, 1_000_000);
    const request = client.request({ method: 'GET', path: '/' }, 30_000);
    await assert.rejects(request, /its answer is too large/);
    await isOver;
    await client.close();
  });

  for (const [what, headers, body] of [
    ['is packed, as nobody asked it to be', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'x'.repeat(100)],
    ['is a page', { 'content-type': 'text/html' }, '<h1>Sign in</h1>'],
    ['is half an answer', JSON_TYPE, '{"responses": [{"timed'],
    ['is a list', JSON_TYPE, '[]'],
    ['is nothing', JSON_TYPE, ''],
  ] as const) {
    test(`whose answer ${what} is not understood`, async (t) => {
      const origin = await serverOf(t, (_, response) => {
        response.writeHead(200, headers).end(body);
      });
      const { createRequests } = await import('../../../server/src/corpus/archive/requests.ts');
      const address = addressOf(`${origin}/news`);
      const transport = connect(address, { kind: 'none' });
      t.after(() => transport.close());
      await assert.rejects(createRequests(transport, address).state(), {
        name: 'ArchiveError',
        failure: 'unreachable',
        message: 'archive not reachable: it answers in a way that is not understood',
      });
    });
  }
});
