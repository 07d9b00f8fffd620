/** Links: every page of the project that another one links to is there, and so are the headings and files that pages name. */

import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visitParents } from 'unist-util-visit-parents';

const ROOT = resolve(import.meta.dirname, '../..');

/** Pages that people read; articles, drafts and specifications are data. */
const PAGES = globSync(['*.md', 'docs/**/*.md', 'corpus/README.md', 'test/**/README.md', '.github/**/*.md'], {
  cwd: ROOT,
  exclude: ['**/node_modules'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path !== 'docs/sample/report.md' && path !== 'docs/sample/clean.md');

/** Pages about the source; others name files of their readers. */
const ABOUT_SOURCE = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/accuracy.md', 'docs/performance.md'];

interface Page {
  /** Addresses of links and pictures, as written. */
  readonly links: readonly string[];
  /** What stands between backticks. */
  readonly code: readonly string[];
  /** What stands behind `#` in links to its headings. */
  readonly anchors: ReadonlySet<string>;
}

function readPage(path: string): Page {
  const links: string[] = [];
  const code: string[] = [];
  const anchors = new Set<string>();
  const text = readFileSync(resolve(ROOT, path), 'utf8');
  visitParents(fromMarkdown(text), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') links.push(node.url);
    if (node.type === 'inlineCode') code.push(node.value);
    if (node.type !== 'heading' || node.position === undefined) return;
    const { start, end } = node.position;
    anchors.add(anchorOf(text.slice(start.offset, end.offset)));
  });
  return { links, code, anchors };
}

/** The anchor that hosts of code make of a heading: small letters, hyphens for blanks, no marks. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+\s*/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** What is wrong with a link of the page at `from`; null when it leads somewhere, or out of the project. */
function problemOf(from: string, link: string): string | null {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return null;
  const [way = '', anchor = ''] = link.split('#');
  const target = way === '' ? from : posix.join(posix.dirname(from), decodeURI(way));
  if (!existsSync(resolve(ROOT, target))) return `${from}: ${link} is not there`;
  if (anchor === '' || !target.endsWith('.md') || statSync(resolve(ROOT, target)).isDirectory()) return null;
  return readPage(target).anchors.has(anchor) ? null : `${from}: ${target} has no heading ${anchor}`;
}

test('the links between the pages of the project lead somewhere', () => {
  const links = PAGES.flatMap((path) => readPage(path).links.map((link) => problemOf(path, link)));
  assert.ok(links.length > 20);
  assert.deepEqual(
    links.filter((problem) => problem !== null),
    [],
  );
});

/** Parts of the project by which a page names a file: `test/tidy`; those of the server without its folder: `match/slot.ts`. */
const PARTS = new Set([
  ...['server', 'client', 'test', 'scripts', 'docs'],
  ...readdirSync(resolve(ROOT, 'server/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
]);

/** A file or a folder as pages name it: with or without its ending. */
function isThere(name: string): boolean {
  return [name, `server/src/${name}`]
    .flatMap((path) => [path, `${path}.ts`, `${path}.test.ts`])
    .some((path) => existsSync(resolve(ROOT, path)));
}

test('the files that pages about the source name are there', () => {
  const names = ABOUT_SOURCE.flatMap((path) => readPage(path).code.map((code) => ({ path, code }))).filter(
    ({ code }) => /^[\w./-]+$/.test(code) && code.includes('/') && PARTS.has(code.split('/')[0] ?? ''),
  );
  assert.ok(names.length > 50);
  assert.deepEqual(
    names.filter(({ code }) => !isThere(code)),
    [],
  );
});
