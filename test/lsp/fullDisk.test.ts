/** A server whose indexes are on a disk that is full: it says so, refutes nothing before all is read, and goes on once there is room. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { noSmallDisk, smallDisk } from '../unit/index/smallDisk.ts';
import { indexDesk, isFound } from './indexDesk.ts';

const FULL = 'Not all articles could be indexed: the disk is full.';
/** Bytes with which some of the articles can be indexed. */
const LITTLE = 300 * 1024;

describe('a server whose disk is full', { skip: noSmallDisk, timeout: 120_000 }, () => {
  it('says so, refutes nothing, and reads the rest once there is room', async (t) => {
    const disk = smallDisk(t, 8);
    if (disk === null) return;
    disk.leave(LITTLE);
    const { ask, draft, editor, workspace } = await indexDesk(t, disk.path);
    await editor.log.first((message) => message.startsWith(FULL));
    assert.deepEqual(await editor.diagnostics(draft), []);
    const { detail } = await editor.statuses.first(({ state }) => state === 'checked');
    assert.match(detail, /\d+ files? to go; nothing is refuted before/);
    disk.empty();
    await workspace.write('corpus/new/more.txt', 'The council met at noon.\n');
    await editor.tellOfFile(workspace.at('corpus/new'), FileChangeType.Created);
    await ask(isFound);
  });
});
