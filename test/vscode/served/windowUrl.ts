/** Window address: which page of the served VS Code opens a folder with given extensions and a test suite. */

/** What a window shows and runs. Absolute paths. */
export interface WindowContent {
  /** A folder or a `.code-workspace` file; null opens an empty window. */
  readonly open: string | null;
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | null;
}

/** The address of a window on the server at `authority` (`host:port`). The extension host runs on the server's machine. */
export function windowUrl(authority: string, content: WindowContent): string {
  const url = new URL(`http://${authority}/`);
  const { open } = content;
  if (open === null) url.searchParams.set('ew', 'true');
  else url.searchParams.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open);
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const payload = content.extensionDevelopmentPaths.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (content.extensionTestsPath !== null)
    payload.push(['extensionTestsPath', remote(content.extensionTestsPath)]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
