/** Sources: every TypeScript file of the project, parsed, for the tests that hold for all of them. */

import { globSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { type Comment, type ParseResult, parseSync, type Span } from 'oxc-parser';

export interface Source {
  /** Relative to the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: ParseResult['program'];
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
}

/** One `import` or `export … from`, of types too. */
export interface Import {
  /** As written: `node:fs`, `../text/span.ts`. */
  readonly name: string;
  /** The file it names, relative to the root of the project; null for packages and parts of Node.js. */
  readonly path: string | null;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** All of them, by path. Read once. */
export const SOURCES: readonly Source[] = globSync('{server/src,client/src,scripts,test}/**/*.ts', {
  cwd: ROOT,
  exclude: ['**/node_modules'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map(readSource);

/** Those below the folders or of the files named. */
export function sourcesIn(...places: readonly string[]): readonly Source[] {
  return SOURCES.filter(({ path }) => places.some((place) => path.startsWith(place)));
}

/** `server/src/main.ts:12`, for a list that says where to look. */
export function placeOf({ path, text }: Source, { start }: Pick<Span, 'start'>): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}

function readSource(path: string): Source {
  const text = readFileSync(resolve(ROOT, path), 'utf8');
  const { program, comments, errors, module } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join(', ')}`);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
  ];
  const imports = [...new Set(names)].map((name) => ({
    name,
    path: name.startsWith('.') ? posix.join(posix.dirname(path), name) : null,
  }));
  return { path, text, program, comments, imports };
}
