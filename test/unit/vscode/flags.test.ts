/** Tests of the launcher's command line: what @vscode/test-electron passes, and flags it has never heard of. */

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parseFlags } from '../../vscode/served/flags.ts';

describe('parseFlags', () => {
  it('reads what test-electron passes', () => {
    const flags = parseFlags([
      '/drafts',
      '--extensions-dir=/profile/extensions',
      '--user-data-dir=/profile/user',
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-workspace-trust',
      '--extensionTestsPath=/dist/suite.cjs',
      '--extensionDevelopmentPath=/one',
      '--extensionDevelopmentPath=/two',
    ]);
    assert.deepEqual(flags, {
      open: '/drafts',
      extensionDevelopmentPaths: ['/one', '/two'],
      extensionTestsPath: '/dist/suite.cjs',
      extensionsDir: '/profile/extensions',
      userDataDir: '/profile/user',
      installExtensions: [],
    });
  });

  it('makes relative paths absolute and takes values that stand apart', () => {
    const flags = parseFlags(['drafts', '--install-extension', 'a.vsix', '--install-extension=b.vsix']);
    assert.equal(flags.open, resolve('drafts'));
    assert.deepEqual(flags.installExtensions, [resolve('a.vsix'), resolve('b.vsix')]);
  });

  it('opens an empty window when no folder is given', () => {
    assert.equal(parseFlags(['--wait']).open, null);
  });
});
