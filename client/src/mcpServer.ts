/** Offers `corroborate mcp` to whatever in VS Code uses MCP servers. */

import { isAbsolute, join } from 'node:path';
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  lm,
  McpStdioServerDefinition,
  Uri,
  workspace,
} from 'vscode';

/** As in the manifest. */
const PROVIDER = 'corroborate.mcp';

/** One server a trusted workspace. It reads what stands in the first folder, as the command does in its working directory. */
export function registerMcpServer({ extension, extensionUri }: ExtensionContext): Disposable {
  const changed = new EventEmitter<void>();
  const update = (): void => changed.fire();
  const provider = lm.registerMcpServerDefinitionProvider(PROVIDER, {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions() {
      const folder = workspace.workspaceFolders?.[0];
      if (folder?.uri.scheme !== 'file' || !workspace.isTrusted) return [];
      const command = Uri.joinPath(extensionUri, 'dist', 'cli.cjs').fsPath;
      const corpus = corpusOf(folder.uri);
      const args = [command, 'mcp', ...(corpus.length > 0 ? ['--corpus', ...corpus] : [])];
      // The program that runs extensions is Node.js when it is told to be.
      const env = { ELECTRON_RUN_AS_NODE: '1' };
      const version: unknown = extension.packageJSON.version;
      const definition = new McpStdioServerDefinition(
        'Corroborate',
        process.execPath,
        args,
        env,
        String(version),
      );
      definition.cwd = folder.uri;
      return [definition];
    },
  });
  return Disposable.from(
    changed,
    provider,
    workspace.onDidChangeWorkspaceFolders(update),
    workspace.onDidGrantWorkspaceTrust(update),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('corroborate.corpus')) update();
    }),
  );
}

/** The articles that the settings name, absolute; none where they leave it to the configuration file or the default. */
function corpusOf(folder: Uri): readonly string[] {
  const entries = workspace.getConfiguration('corroborate', folder).get<readonly string[]>('corpus', []);
  return entries.map((entry) => (isAbsolute(entry) ? entry : join(folder.fsPath, entry)));
}
