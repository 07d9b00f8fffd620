/** Writes new entries: into the draft's own list, or at the end of a bibliography file. */

import { stringify } from 'yaml';
import type { Edit } from '../../check/finding.ts';
import type { Draft } from '../../draft/draft.ts';
import { lineBreakOf } from '../../draft/lineBreak.ts';
import { readFrontMatter } from '../../text/frontMatter.ts';
import { oneLine, webAddress } from '../source.ts';
import type { BibliographyFile } from './bibliography.ts';
import { appendBibtex, type Dialect } from './bibtex.ts';
import { itemOf, type NewEntry } from './cslItem.ts';
import { sequenceEdit, yamlItem } from './sequences.ts';

/**
 * The edit that adds entries to the draft's own list, which it begins, and the front matter too, where there is none.
 * Null where the front matter cannot be read as YAML.
 */
export function ownReferencesEdit({ text }: Draft, entries: readonly NewEntry[]): Edit | null {
  const feed = lineBreakOf(text);
  const frontMatter = readFrontMatter(text);
  const items = entries.map((entry) => yamlItem(entry, '')).join('\n');
  if (frontMatter === null) {
    return { start: 0, end: 0, newText: `---\nreferences:\n${items}\n---\n\n`.replaceAll('\n', feed) };
  }
  const from = text.indexOf('\n') + 1;
  const closing = text.slice(0, frontMatter.end).trimEnd().lastIndexOf('\n') + 1;
  const source = text.slice(from, closing);
  const edit = sequenceEdit(source, ['references'], entries, 'yaml') ?? beginList(source, items);
  if (edit === null) return null;
  return { start: edit.start + from, end: edit.end + from, newText: edit.newText.replaceAll('\n', feed) };
}

function beginList(source: string, items: string): Edit | null {
  if (/^references\s{0,5}:/mu.test(source)) return null;
  return { start: source.length, end: source.length, newText: `references:\n${items}\n` };
}

/** The edit that adds `entries` at the end of `file`, or null when the file cannot be written to as it is. */
export async function appendEntries(
  { format, text }: BibliographyFile,
  entries: readonly NewEntry[],
  draft: Draft,
): Promise<Edit | null> {
  const source = text ?? '';
  switch (format) {
    case 'bibtex':
      return appendBibtex(source, entries, dialectFor(draft));
    case 'csl-json':
      return source.trim() === ''
        ? atEnd(source, `[\n${entries.map((entry) => `  ${JSON.stringify(itemOf(entry))}`).join(',\n')}\n]\n`)
        : sequenceEdit(source, [], entries, 'json');
    case 'csl-yaml':
      return source.trim() === ''
        ? atEnd(source, `references:\n${entries.map((entry) => yamlItem(entry, '')).join('\n')}\n`)
        : sequenceEdit(source, ['references'], entries, 'yaml');
    case 'hayagriva':
      return atEnd(source, `${source === '' || source.endsWith('\n') ? '' : '\n'}${hayagriva(entries)}`);
  }
}

/** BibTeX itself knows its own fields only; biblatex, Pandoc and Typst know both. */
function dialectFor({ language, text }: Draft): Dialect {
  return language === 'latex' && !text.includes('\\addbibresource') ? 'bibtex' : 'biblatex';
}

function atEnd(source: string, newText: string): Edit {
  return { start: source.length, end: source.length, newText };
}

function hayagriva(entries: readonly NewEntry[]): string {
  const data = entries.map(({ key, source: { title, outlet, author, published, url } }) => {
    const address = webAddress(url);
    const entry = {
      type: 'article',
      title: oneLine(title),
      ...(author !== null && { author: oneLine(author) }),
      ...(published !== null && { date: published }),
      ...(address !== null && { url: address }),
      ...(outlet !== null && { parent: { type: 'newspaper', title: oneLine(outlet) } }),
    };
    return [key, entry];
  });
  return stringify(Object.fromEntries(data), { lineWidth: 0 });
}
