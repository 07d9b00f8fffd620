/** Workspace folders: which of them holds a draft, and what old and odd clients send. */

import assert from 'node:assert/strict';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { changedFolders, folderOf, initialFolders, isWithin } from '../../../server/src/lsp/folders.ts';

const NO_CLIENT = { processId: null, rootUri: null, capabilities: {} };

describe('folders', () => {
  it('hold what lies below them, and not what only begins like them', () => {
    assert.equal(isWithin('/a/b', '/a/b/c.md'), true);
    assert.equal(isWithin('/a/b', '/a/b'), true);
    assert.equal(isWithin('/a/b', '/a/bc/d.md'), false);
    assert.equal(isWithin('/a/b', '/a'), false);
    assert.equal(isWithin('/a/b', '/a/b/..c.md'), true);
    assert.equal(isWithin('/a/b', `/a/b${sep}..${sep}c.md`), false);
  });

  it('give a draft to the innermost one', () => {
    const folders = ['/a', '/a/b', '/c'].map((path) => ({ uri: `file://${path}`, path }));
    assert.equal(folderOf(folders, join('/a', 'b', 'draft.md'))?.path, '/a/b');
    assert.equal(folderOf(folders, '/a/draft.md')?.path, '/a');
    assert.equal(folderOf(folders, '/d/draft.md'), null);
  });

  it('are read from any kind of client', () => {
    const workspaceFolders = [
      { uri: 'file:///one', name: 'one' },
      { uri: 'vscode-vfs://github/x', name: 'virtual' },
      { uri: 'file:///two%20words', name: 'two' },
    ];
    const paths = (params: Parameters<typeof initialFolders>[0]) =>
      initialFolders(params).map(({ path }) => path);
    assert.deepEqual(paths({ ...NO_CLIENT, workspaceFolders }), ['/one', '/two words']);
    assert.deepEqual(paths({ ...NO_CLIENT, rootUri: 'file:///root' }), ['/root']);
    assert.deepEqual(paths({ ...NO_CLIENT, rootPath: '/old' }), ['/old']);
    assert.deepEqual(paths({ ...NO_CLIENT, rootUri: 'not a uri' }), []);
    assert.deepEqual(paths(NO_CLIENT), []);
  });

  it('come and go', () => {
    const before = initialFolders({ ...NO_CLIENT, workspaceFolders: [{ uri: 'file:///one', name: '' }] });
    const after = changedFolders(before, {
      added: [{ uri: 'file:///two', name: '' }],
      removed: [{ uri: 'file:///one', name: '' }],
    });
    assert.deepEqual(after, [{ uri: 'file:///two', path: '/two' }]);
  });
});
