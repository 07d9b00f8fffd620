/** Symbols: the claims of a draft for outlines, and claims and articles for the search over the workspace. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentSymbolRequest, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { openDesk, openFile, REPORT, TREE } from './desk.ts';
import { BARE, FULL } from './editor.ts';

describe('symbols', { timeout: 30_000 }, () => {
  it('of a draft are its claims under their headings', async (t) => {
    const desk = await openDesk(t, TREE);
    const report = await openFile(desk, 'report.md', REPORT);
    const symbols = await desk.editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: report },
    });
    const shown = (each: object, depth: number): string[] => {
      const name = 'name' in each ? String(each.name) : '';
      const detail = 'detail' in each ? String(each.detail) : '';
      const children = 'children' in each && Array.isArray(each.children) ? each.children : [];
      return [
        `${'  '.repeat(depth)}${name}: ${detail}`,
        ...children.flatMap((child) => shown(child, depth + 1)),
      ];
    };
    assert.deepEqual(
      (symbols ?? []).flatMap((symbol) => shown(symbol, 0)),
      [
        'The flood: 1 of 2 supported',
        '  about 850 volunteers to the flooded Harrow valley: Refuted',
        '  Houses: 1 of 1 supported',
        '    62 houses in Lower Marsh: Supported',
      ],
    );
  });

  it('are a list for a client that knows no tree', async (t) => {
    const desk = await openDesk(t, BARE);
    const report = await openFile(desk, 'report.md', REPORT);
    const symbols = await desk.editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: report },
    });
    assert.deepEqual(
      (symbols ?? []).map((each) => ['location' in each, each.name]),
      [
        [true, 'about 850 volunteers to the flooded Harrow valley'],
        [true, '62 houses in Lower Marsh'],
      ],
    );
  });

  it('of the workspace are claims and articles that have the letters asked for', async (t) => {
    const desk = await openDesk(t, FULL);
    const report = await openFile(desk, 'report.md', REPORT);
    await desk.editor.diagnostics(report);
    const ask = async (query: string) => {
      const found = await desk.editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
      return (found ?? []).map(({ name, containerName }) => `${name} (${containerName})`);
    };
    const title = 'Volunteers leave for the flooded valley (Harrow Valley Post, 9 March 2021)';
    const volunteers = 'about 850 volunteers to the flooded Harrow valley (Refuted)';
    assert.deepEqual(await ask(''), [volunteers, '62 houses in Lower Marsh (Supported)', title]);
    assert.deepEqual(await ask('85'), [volunteers]);
    assert.deepEqual(await ask('vlntrs harrow'), [title]);
    assert.deepEqual(await ask('zebra'), []);
  });
});
