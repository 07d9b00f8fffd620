/** Tests of the address at which a window of the served VS Code opens. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowUrl } from '../../vscode/served/windowUrl.ts';

const NOTHING = { open: null, extensionDevelopmentPaths: [], extensionTestsPath: null };

describe('windowUrl', () => {
  it('names the folder, the extensions and the suite', () => {
    const url = new URL(
      windowUrl('127.0.0.1:80', {
        open: '/drafts & more',
        extensionDevelopmentPaths: ['/one', '/two'],
        extensionTestsPath: '/suite.cjs',
      }),
    );
    assert.equal(url.searchParams.get('folder'), '/drafts & more');
    assert.deepEqual(JSON.parse(url.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:80/one'],
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:80/two'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:80/suite.cjs'],
    ]);
  });

  it('tells a workspace file from a folder', () => {
    const url = new URL(windowUrl('127.0.0.1:80', { ...NOTHING, open: '/a/desk.code-workspace' }));
    assert.equal(url.searchParams.get('workspace'), '/a/desk.code-workspace');
    assert.equal(url.searchParams.get('folder'), null);
  });

  it('opens an empty window', () => {
    const url = new URL(windowUrl('127.0.0.1:80', NOTHING));
    assert.equal(url.searchParams.get('ew'), 'true');
    assert.equal(url.searchParams.has('payload'), false);
  });
});
