/** Opens the page about a code that ships with the extension. */

import { commands, type ExtensionContext, Uri } from 'vscode';

/** `code` comes from a link and is only used when it looks like a code. */
export async function openRule(context: ExtensionContext, code: unknown): Promise<void> {
  if (typeof code !== 'string' || !CODE.test(code)) return;
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${code}.md`);
  await commands.executeCommand('markdown.showPreviewToSide', page);
}

const CODE = /^[a-z][a-z-]{1,40}$/;
