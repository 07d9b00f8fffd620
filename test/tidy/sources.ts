/** Sources: every TypeScript file of the project, parsed, for the tests that hold for all of them. */

import { globSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parse } from '@babel/parser';
import { type Comment, type File, type Node, traverseFast } from '@babel/types';

export interface Source {
  /** Relative to the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Every node of its syntax tree, each before those within it. */
  readonly nodes: readonly Node[];
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
export function placeOf({ path, text }: Source, { start }: Pick<Node, 'start'>): string {
  return `${path}:${text.slice(0, start ?? 0).split('\n').length}`;
}

function readSource(path: string): Source {
  const text = readFileSync(resolve(ROOT, path), 'utf8');
  const file = parse(text, { sourceType: 'module', plugins: ['typescript'], sourceFilename: path });
  const nodes = nodesOf(file);
  const imports = [...new Set(nodes.flatMap(importedBy))].map((name) => ({
    name,
    path: name.startsWith('.') ? posix.join(posix.dirname(path), name) : null,
  }));
  return { path, text, nodes, comments: file.comments ?? [], imports };
}

function nodesOf(file: File): readonly Node[] {
  const nodes: Node[] = [];
  traverseFast(file, (node) => {
    nodes.push(node);
  });
  return nodes;
}

/** What a node imports, statically, when it is run, or as a type. */
function importedBy(node: Node): readonly string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? [node.source.value] : [];
    case 'CallExpression': {
      const [first] = node.arguments;
      return node.callee.type === 'Import' && first?.type === 'StringLiteral' ? [first.value] : [];
    }
    case 'TSImportType':
      return node.argument.type === 'StringLiteral' ? [node.argument.value] : [];
    default:
      return [];
  }
}
