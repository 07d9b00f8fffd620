/** The extension's own account of its views and packets, for tests that look into them. */

import assert from 'node:assert/strict';
import type { Extension, TextDocument } from 'vscode';
import type { Api } from '../../../client/src/extension.ts';

/** Activates the extension and resolves to what it offers. */
export async function apiOf(extension: Extension<unknown>): Promise<Api> {
  const api = await extension.activate();
  assert.ok(
    typeof api === 'object' && api !== null && isApi(api),
    'the extension tells of its views and packets',
  );
  return api;
}

/** Whether the claims view has turned to this draft: just after one is opened it still shows the draft before. */
export function isAbout({ provider }: Api['views']['claims'], draft: TextDocument): boolean {
  return provider.draft?.toString() === draft.uri.toString();
}

function isApi(api: object): api is Api {
  return 'views' in api && 'packets' in api;
}
