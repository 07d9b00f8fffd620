/** Flags: reads the command line of desktop VS Code, as far as the launcher follows it. Unknown flags are passed over. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Flags {
  /** Absolute path of the folder or `.code-workspace` file to open; null opens an empty window. */
  readonly open: string | null;
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | null;
  readonly extensionsDir: string | null;
  readonly userDataDir: string | null;
  /** Paths of VSIX files to install, after which VS Code ends without a window. */
  readonly installExtensions: readonly string[];
}

const STRING_LIST = { type: 'string', multiple: true } as const;

/** Parses `args` (without the program's name). Relative paths are those of the working directory. */
export function parseFlags(args: readonly string[]): Flags {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Desktop VS Code takes many more flags, some of them Chromium's own; a launcher that refused them would be no stand-in.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: STRING_LIST,
      extensionTestsPath: STRING_LIST,
      'extensions-dir': STRING_LIST,
      'user-data-dir': STRING_LIST,
      'install-extension': STRING_LIST,
    },
  });
  const paths = (name: keyof typeof values): string[] => {
    const given: unknown = values[name];
    return Array.isArray(given)
      ? given.filter((value) => typeof value === 'string').map((path) => resolve(path))
      : [];
  };
  return {
    open: positionals.map((path) => resolve(path)).at(-1) ?? null,
    extensionDevelopmentPaths: paths('extensionDevelopmentPath'),
    extensionTestsPath: paths('extensionTestsPath').at(-1) ?? null,
    extensionsDir: paths('extensions-dir').at(-1) ?? null,
    userDataDir: paths('user-data-dir').at(-1) ?? null,
    installExtensions: paths('install-extension'),
  };
}
