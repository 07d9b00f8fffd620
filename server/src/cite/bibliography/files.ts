/** Bibliography files: which format a file has, and its entries. */

import { parseDocument } from 'yaml';
import * as z from 'zod';
import { oneLine } from '../source.ts';
import type { BibliographyFile, BibliographyFormat } from './bibliography.ts';
import { type ReadReferences, readBibtex } from './bibtex.ts';
import { referenceOfItem } from './cslItem.ts';

/**
 * Reads a bibliography. `text` is null for a file that does not exist, `trouble` says why one could not be read. Never
 * rejects: what cannot be read is named in `problems`.
 */
export async function readBibliography(
  path: string,
  text: string | null,
  trouble: string | null,
): Promise<BibliographyFile> {
  const format = formatOf(path, text ?? '');
  if (trouble !== null) return { path, format, text, references: [], problems: [trouble] };
  if (text === null) return { path, format, text, references: [], problems: [] };
  return { path, format, text, ...(await readEntries(format, text)) };
}

/** By its ending; YAML is Typst’s own format unless it has a list of references. */
function formatOf(path: string, text: string): BibliographyFormat {
  const ending = /\.([a-z]{1,8})$/iu.exec(path)?.[1]?.toLowerCase();
  if (ending === 'json') return 'csl-json';
  if (ending === 'yaml' || ending === 'yml')
    return /^references\s{0,5}:/mu.test(text) ? 'csl-yaml' : 'hayagriva';
  return 'bibtex';
}

async function readEntries(format: BibliographyFormat, text: string): Promise<ReadReferences> {
  switch (format) {
    case 'bibtex':
      return readBibtex(text);
    case 'csl-json':
      return fromData(text, z.array(z.unknown()), (items) => items.map(referenceOfItem));
    case 'csl-yaml':
      return fromData(text, z.object({ references: z.array(z.unknown()) }), ({ references }) =>
        references.map(referenceOfItem),
      );
    case 'hayagriva':
      return fromData(text, z.record(z.string(), hayagrivaSchema).nullable(), (entries) =>
        Object.entries(entries ?? {}).map(([key, entry]) => ({
          key,
          title: entry.title ?? null,
          outlet: entry.parent?.title ?? null,
          published: entry.date ?? null,
          url: entry.url ?? null,
        })),
      );
  }
}

function fromData<T>(
  text: string,
  schema: z.ZodType<T>,
  references: (data: T) => readonly (ReadReferences['references'][number] | null)[],
): ReadReferences {
  if (text.trim() === '') return { references: [], problems: [] };
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    const cause = oneLine(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/u, '');
    return { references: [], problems: [line === undefined ? cause : `line ${line}: ${cause}`] };
  }
  const parsed = schema.safeParse(toData(document));
  if (!parsed.success) return { references: [], problems: ['it holds no list of references'] };
  return { references: references(parsed.data).filter((each) => each !== null), problems: [] };
}

/** YAML’s aliases can multiply a small text into a huge one; the library stops at a hundred of them by throwing. */
function toData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** What Typst’s own format, Hayagriva, has of a title: a string, or one with a note on its letter case. */
const formattable = z.union([
  z.string(),
  z.number().transform(String),
  z.object({ value: z.string() }).transform(({ value }) => value),
]);

const hayagrivaSchema = z.object({
  title: formattable.optional().catch(undefined),
  date: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: z
    .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
    .optional()
    .catch(undefined),
  parent: z
    .union([
      z.object({ title: formattable.optional() }),
      z.array(z.object({ title: formattable.optional() })).transform(([first]) => first),
    ])
    .optional()
    .catch(undefined),
});
