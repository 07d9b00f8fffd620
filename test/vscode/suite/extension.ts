/** Extension: the product as VS Code has loaded it, from the checkout or from a VSIX. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json' with { type: 'json' };

/** The manifest in the checkout. */
export { manifest };

/** The extension under test. Fails the test when VS Code has not loaded it. */
export function extensionUnderTest(): vscode.Extension<unknown> {
  const id = `${manifest.publisher}.${manifest.name}`;
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `VS Code has loaded ${id}`);
  return extension;
}
