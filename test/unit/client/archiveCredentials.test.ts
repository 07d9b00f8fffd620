/** The command that asks for the archive's credentials: kept as secrets, for one address, handed to the server alone. */

import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { beforeEach, describe, test } from 'node:test';
import { editor } from './fakeEditor.ts';

// The editor gives extensions a module of this name, which there is not outside of it.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === 'vscode' ? new URL('fakeEditor.ts', import.meta.url).href : specifier, context),
});
const { createArchiveCredentials, registerArchiveCredentials } = await import(
  '../../../client/src/archiveCredentials.ts'
);

const USER = 'CORROBORATE_ARCHIVE_USER';
const PASSWORD = 'CORROBORATE_ARCHIVE_PASSWORD';
const NEWS = 'https://search.example:9200/news';

/** A started extension: its secrets, the environment of its server, and the command. */
function started() {
  const kept = new Map<string, string>();
  const nothing = { dispose() {} };
  const secrets = {
    keys: async () => [...kept.keys()],
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
    onDidChange: () => nothing,
  };
  const credentials = createArchiveCredentials({ secrets });
  let changes = 0;
  registerArchiveCredentials({ secrets }, () => {
    changes += 1;
  });
  return {
    kept,
    credentials,
    changes: () => changes,
    async set(...typed: readonly (string | undefined)[]) {
      editor.typed = [...typed];
      await editor.commands.get('corroborate.setArchiveCredentials')?.();
      await credentials.refresh();
    },
    async give(given: unknown) {
      await editor.commands.get('corroborate.setArchiveCredentials')?.(given);
      await credentials.refresh();
    },
  };
}

describe('the credentials of an archive', () => {
  beforeEach(() => {
    Object.assign(editor, { url: NEWS, typed: [], asked: [], messages: [] });
    delete process.env[USER];
  });

  test('are asked for, the password hidden, kept as a secret and handed to the server', async () => {
    const { kept, credentials, changes, set } = started();
    await set(' ann ', 'se\ncret');
    assert.deepEqual(
      editor.asked.map(({ isHidden }) => isHidden),
      [false, true],
    );
    assert.match(editor.asked[1]?.prompt ?? '', /ann$/);
    assert.deepEqual(credentials.environment, { [USER]: 'ann', [PASSWORD]: 'se\ncret' });
    assert.equal(changes(), 1);
    assert.deepEqual([...kept.keys()], ['corroborate.archive https://search.example:9200']);
    assert.equal(await credentials.refresh(), false);
  });

  test('are those of one address, and of all archives there', async () => {
    const { credentials, set } = started();
    await set('ann', 'secret');
    editor.url = 'https://elsewhere.example:9200/news';
    assert.equal(await credentials.refresh(), true);
    assert.deepEqual(credentials.environment, {});
    editor.url = 'https://search.example:9200/older';
    await credentials.refresh();
    assert.equal(credentials.environment[USER], 'ann');
    editor.url = `${NEWS}, https://elsewhere.example:9200/news`;
    await credentials.refresh();
    assert.deepEqual(credentials.environment, {});
  });

  test('are forgotten for an empty name, and left as they are when the user gives up', async () => {
    const { kept, credentials, changes, set } = started();
    await set('ann', 'secret');
    await set(undefined);
    await set('eve', undefined);
    assert.equal(credentials.environment[USER], 'ann');
    assert.equal(changes(), 1);
    await set('  ');
    assert.deepEqual([credentials.environment, kept.size, changes()], [{}, 0, 2]);
  });

  test('may be brought by an extension that runs the command, and are asked for where it brings something else', async () => {
    const { kept, credentials, give } = started();
    await give({ user: ' ann ', password: 'secret' });
    assert.deepEqual(credentials.environment, { [USER]: 'ann', [PASSWORD]: 'secret' });
    assert.deepEqual(editor.asked, []);
    await give({ user: 'eve' });
    assert.equal(editor.asked.length, 1);
    assert.equal(credentials.environment[USER], 'ann');
    await give({ user: '', password: '' });
    assert.deepEqual([credentials.environment, kept.size], [{}, 0]);
  });

  test('of the environment come first: the server inherits them', async () => {
    const { credentials, set } = started();
    process.env[USER] = 'from-outside';
    await set('ann', 'secret');
    assert.deepEqual(credentials.environment, {});
  });

  test('are not asked for where no archive is set, nor for what is no address', async () => {
    const { kept, set } = started();
    for (const url of ['', 'news', ' , ']) {
      editor.url = url;
      await set('ann', 'secret');
    }
    assert.deepEqual([editor.asked, kept.size, editor.messages.length], [[], 0, 3]);
    assert.match(editor.messages[0] ?? '', /corroborate\.archive\.url/);
  });
});
