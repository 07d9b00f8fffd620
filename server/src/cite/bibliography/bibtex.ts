/** BibTeX and biblatex: entries read one by one, so that a broken one costs none of the others, and written at the end. */

import type { Edit } from '../../check/finding.ts';
import { createMemo } from '../../draft/memo.ts';
import type { Reference } from '../reference.ts';
import { itemOf, type NewEntry, referenceOfItem } from './cslItem.ts';

export interface ReadReferences {
  readonly references: readonly Reference[];
  readonly problems: readonly string[];
}

/** The entries of a `.bib` file, in order. */
export async function readBibtex(text: string): Promise<ReadReferences> {
  const parse = await loadParser();
  const entries = splitEntries(text);
  const strings = entries.filter(({ kind }) => kind === 'string').map(({ source }) => source);
  const read = entries
    .filter(({ kind }) => !NO_ENTRY.has(kind))
    .map((entry) => parseEntry(entry, strings.join('\n'), parse));
  return {
    references: read.flatMap(({ reference }) => (reference === null ? [] : [reference])),
    problems: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

/** The two sets of fields that `.bib` files have. */
export type Dialect = 'bibtex' | 'biblatex';

/**
 * The edit that puts entries at the end of a `.bib` file. Nothing that stands in it is touched. A file that does not show
 * its dialect is written in `usual`.
 */
export async function appendBibtex(
  text: string,
  entries: readonly NewEntry[],
  usual: Dialect,
): Promise<Edit> {
  const { plugins } = await loadLibrary();
  const dialect = dialectOf(text) ?? usual;
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const written = entries.map((entry) => String(plugins.output.format(dialect, [itemOf(entry)])).trim());
  // The library gives the address twice where BibTeX has no field of its own for it.
  const newText = written
    .map((entry) => entry.replace(/\n\thowpublished = \{[^\n]*(?=\n)/u, ''))
    .join('\n\n')
    .replaceAll('\n', feed);
  return { start: text.length, end: text.length, newText: `${gapBefore(text, feed)}${newText}${feed}` };
}

function dialectOf(text: string): Dialect | null {
  if (/^\s{0,20}(?:journaltitle|date|location)\s{0,20}=/imu.test(text)) return 'biblatex';
  return /^\s{0,20}(?:journal|year)\s{0,20}=/imu.test(text) ? 'bibtex' : null;
}

function gapBefore(text: string, feed: string): string {
  if (text.trim() === '' && (text === '' || text.endsWith('\n'))) return '';
  if (/\n[ \t]*\r?\n$/u.test(text.slice(-100))) return '';
  return text.endsWith('\n') ? feed : feed + feed;
}

/** One entry as it stands in the file. */
interface Entry {
  readonly kind: string;
  readonly source: string;
  /** 1-based line on which it opens. */
  readonly line: number;
}

/** `@comment` and `@preamble` are no entries, and `@string` only names something. */
const NO_ENTRY: ReadonlySet<string> = new Set(['string', 'comment', 'preamble']);

/** Entries open at the start of a line. */
function splitEntries(text: string): readonly Entry[] {
  const opens = [...text.matchAll(/^[ \t]{0,20}@([a-z]{1,40})\s{0,20}[{(]/gimu)];
  let line = 1;
  let counted = 0;
  return opens.map((open, at) => {
    line += text.slice(counted, open.index).split('\n').length - 1;
    counted = open.index;
    const source = text.slice(open.index, opens[at + 1]?.index ?? text.length);
    return { kind: (open[1] ?? '').toLowerCase(), source, line };
  });
}

interface ReadEntry {
  readonly reference: Reference | null;
  /** What is wrong with the entry, without its line, which moves. */
  readonly cause: string | null;
}

/** UTF-16 units of entries kept parsed, several libraries of thousands of entries; one entry takes 0.2 ms. */
const memo = createMemo<ReadEntry>(8_000_000);

function parseEntry(
  { source, line }: Entry,
  strings: string,
  parse: (source: string) => unknown,
): { readonly reference: Reference | null; readonly problem: string | null } {
  const named = /#|=\s{0,20}[a-z]/iu.test(source) ? strings : '';
  const { reference, cause } = memo(`${named}\n${source}`, () => {
    try {
      return { reference: referenceOfItem(parse(`${named}\n${source.trimEnd()}\n`)), cause: null };
    } catch (error) {
      return { reference: null, cause: causeOf(error) };
    }
  });
  return { reference, problem: cause === null ? null : `line ${line}: the entry cannot be read (${cause})` };
}

/** The first line of a message; its line numbers are those of the entry and would mislead. */
function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?$/u, '');
}

async function loadParser(): Promise<(source: string) => unknown> {
  const { plugins } = await loadLibrary();
  // The mapping of biblatex knows the fields of BibTeX as well; that of BibTeX passes over `date` and `journaltitle`.
  return (source) =>
    plugins.input.chain(source, { forceType: '@biblatex/text', generateGraph: false }).at(-1);
}

/** Loaded when a `.bib` file is first read: it takes some 80 ms, and most drafts have none. */
async function loadLibrary(): Promise<typeof import('@citation-js/core')> {
  const library = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const { format } = library.plugins.config.get('@bibtex');
  format.useIdAsLabel = true;
  format.asciiOnly = false;
  return library;
}
