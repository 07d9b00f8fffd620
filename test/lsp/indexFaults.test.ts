/** What becomes of a running server when the index that it has open is removed or overwritten: it says so, and finds the same again. */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { type IndexDesk, indexDesk, isFound } from './indexDesk.ts';

/** Bytes of a page of SQLite. */
const PAGE = 4_096;

/** Puts noise in place of the bytes of a file. */
function overwrite(path: string, from: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, randomBytes(bytes), 0, bytes, from);
  closeSync(file);
}

/** A folder of new articles, which is more than the server reads by itself: another process writes the index. */
async function addFolder({ workspace, editor }: IndexDesk): Promise<void> {
  await workspace.write('corpus/new/more.txt', 'The council met at noon.\n');
  await editor.tellOfFile(workspace.at('corpus/new'), FileChangeType.Created);
}

const REMADE = 'The index of the articles is damaged. It is made anew.';

describe('a server', { timeout: 120_000 }, () => {
  it('makes another index when the folder of indexes is removed, and finds the same', async (t) => {
    const { ask, editor, index, workspace } = await indexDesk(t);
    await ask(isFound);
    const from = editor.log.all.length;
    rmSync(workspace.at('indexes'), { recursive: true });
    await editor.log.first(
      (message) => message.includes('was removed or replaced; it is opened again'),
      from,
    );
    await editor.log.first((message) => message.startsWith('Read '), from);
    await ask(isFound);
    assert.ok(statSync(index()).size > 0);
  });

  const noises: readonly (readonly [string, (path: string) => void])[] = [
    ['in its first page', (path) => overwrite(path, 0, PAGE)],
    ['everywhere but in its first page', (path) => overwrite(path, PAGE, statSync(path).size - PAGE)],
  ];
  for (const [where, write] of noises) {
    it(`makes its index anew when noise stands ${where}, and finds the same`, async (t) => {
      const desk = await indexDesk(t);
      await desk.ask(isFound);
      write(desk.index());
      await addFolder(desk);
      await desk.ask((_, log) => log.includes(REMADE));
      await desk.ask(isFound);
      assert.equal(desk.editor.log.all.filter((message) => message === REMADE).length, 1);
    });
  }

  it('finds the same whichever page amid is noise, whether that is noticed or not', async (t) => {
    const desk = await indexDesk(t);
    await desk.ask(isFound);
    const page = Math.floor(statSync(desk.index()).size / PAGE / 2);
    overwrite(desk.index(), PAGE * page, PAGE);
    await addFolder(desk);
    await desk.ask(isFound);
  });
});
