/** Sequences of YAML and JSON: entries written behind the last one, in its style, with all else left as it stands. */

import { isNode, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { Edit } from '../../check/finding.ts';
import { markdownWords } from '../notation/markdownText.ts';
import { itemOf, type NewEntry } from './cslItem.ts';

/**
 * The edit that adds `entries` to the sequence at `path` of the YAML or JSON in `source`; null where there is no such
 * sequence. Words of articles are written as `words` says.
 */
export function sequenceEdit(
  source: string,
  path: readonly string[],
  entries: readonly NewEntry[],
  kind: 'yaml' | 'json',
): Edit | null {
  const document = parseDocument(source);
  const list: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isSeq(list) || !list.range || document.errors.length > 0) return null;
  return list.flow === true ? flowEdit(source, list, entries, kind) : blockEdit(source, list, entries);
}

/** Below the last item, as far in as that. */
function blockEdit(source: string, list: YAMLSeq, entries: readonly NewEntry[]): Edit | null {
  const last = startOf(list.items.at(-1));
  const end = list.range?.[1] ?? null;
  if (last === null || end === null) return null;
  const dash = source.lastIndexOf('-', last);
  const indent = ' '.repeat(dash - source.lastIndexOf('\n', dash) - 1);
  const at = endOfLine(source, source.slice(0, end).trimEnd().length);
  return { start: at, end: at, newText: `\n${entries.map((entry) => yamlItem(entry, indent)).join('\n')}` };
}

/** Before the bracket that closes the list; items of JSON that stand on lines of their own get such a line too. */
function flowEdit(
  source: string,
  list: YAMLSeq,
  entries: readonly NewEntry[],
  kind: 'yaml' | 'json',
): Edit | null {
  const close = (list.range?.[1] ?? 0) - 1;
  if (source.charAt(close) !== ']') return null;
  const at = source.slice(0, close).trimEnd().length;
  const first = startOf(list.items[0]);
  const lineStart = first === null ? -1 : source.lastIndexOf('\n', first);
  const indent =
    first === null || lineStart < 0 ? null : /^[ \t]*/u.exec(source.slice(lineStart + 1, first))?.[0];
  const isOpen =
    indent === undefined || indent === null || !/^[ \t]*$/u.test(source.slice(lineStart + 1, first ?? 0));
  const gap = isOpen ? ' ' : `\n${indent}`;
  const items = entries.map((entry) => jsonItem(entry, kind, isOpen ? null : (indent ?? '')));
  const lead = list.items.length === 0 ? '' : `,${gap}`;
  return { start: at, end: at, newText: `${lead}${items.join(`,${gap}`)}` };
}

function startOf(item: unknown): number | null {
  return isNode(item) && item.range ? item.range[0] : null;
}

function endOfLine(source: string, from: number): number {
  const feed = source.indexOf('\n', from);
  const end = feed < 0 ? source.length : feed;
  return source.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** One item as Pandoc's YAML has it, whose strings are Markdown, each line behind `indent`. */
export function yamlItem(entry: NewEntry, indent: string): string {
  const written = stringify([pandocItem(entry)], { lineWidth: 0 }).trimEnd();
  return written
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
}

function pandocItem(entry: NewEntry): object {
  const { source } = entry;
  const item = itemOf(entry);
  const plain = (name: string): object => {
    const value = item[name];
    return typeof value === 'string' ? { [name]: markdownWords(value) } : {};
  };
  return {
    id: entry.key,
    type: item.type,
    ...plain('title'),
    ...(source.author !== null && { author: [{ literal: markdownWords(source.author) }] }),
    ...plain('container-title'),
    ...(source.published !== null && { issued: source.published }),
    ...(item.URL !== undefined && { URL: item.URL }),
  };
}

function jsonItem(entry: NewEntry, kind: 'yaml' | 'json', indent: string | null): string {
  const item = kind === 'json' ? itemOf(entry) : pandocItem(entry);
  return indent === null
    ? JSON.stringify(item)
    : JSON.stringify(item, null, 2).replaceAll('\n', `\n${indent}`);
}
