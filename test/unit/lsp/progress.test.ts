/** Progress: shown for work that takes longer than a second, and ended whenever the work ends. */

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CancellationToken } from 'vscode-languageserver';
import { readClientProfile } from '../../../server/src/lsp/clientProfile.ts';
import { createProgress, type ProgressClient } from '../../../server/src/lsp/progress.ts';

/** A client that writes down what its display is told. */
function recordingClient(): ProgressClient & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    window: {
      createWorkDoneProgress: async () => ({
        token: CancellationToken.None,
        begin: (title, _percentage, message) => void told.push(`begin ${title} ${message}`),
        report: (message) => void told.push(`report ${message}`),
        done: () => void told.push('done'),
      }),
    },
    console: { warn: (message) => void told.push(message) },
  };
}

function profile(workDoneProgress: boolean) {
  return readClientProfile({
    processId: null,
    rootUri: null,
    capabilities: { window: { workDoneProgress } },
  });
}

/** Lets promises that are settled call what waits for them. */
async function settle(t: TestContext): Promise<void> {
  const turn = new Promise<void>((resolve) => setImmediate(resolve));
  t.mock.timers.tick(0);
  await turn;
}

describe('progress', () => {
  it('of work that is over soon is not shown', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = recordingClient();
    const progress = createProgress(client, profile(true))('Reading');
    progress.report(1, 2);
    t.mock.timers.tick(999);
    progress.end();
    t.mock.timers.tick(1000);
    await settle(t);
    assert.deepEqual(client.told, []);
  });

  it('of longer work is shown, with how far it is, until it ends', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = recordingClient();
    const progress = createProgress(client, profile(true))('Reading');
    progress.report(16, 90);
    t.mock.timers.tick(1000);
    await settle(t);
    progress.report(32, 90);
    progress.end();
    assert.deepEqual(client.told, ['begin Reading 16 of 90', 'report 32 of 90', 'done']);
  });

  it('that ends while the display is made is not left standing', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = recordingClient();
    const progress = createProgress(client, profile(true))('Reading');
    t.mock.timers.tick(1000);
    progress.end();
    await settle(t);
    assert.deepEqual(client.told, ['done']);
  });

  it('is not shown to a client without a display', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const client = recordingClient();
    const progress = createProgress(client, profile(false))('Reading');
    progress.report(1, 2);
    t.mock.timers.tick(5000);
    progress.end();
    await settle(t);
    assert.deepEqual(client.told, []);
  });
});
