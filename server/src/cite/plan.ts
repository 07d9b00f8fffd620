/** Plans citations: the edits of the draft and of its bibliography that cite articles for sentences. */

import type { Edit } from '../check/finding.ts';
import type { Draft } from '../draft/draft.ts';
import { lineBreakOf } from '../draft/lineBreak.ts';
import type { Span } from '../text/span.ts';
import type { Bibliography, BibliographyFile } from './bibliography/bibliography.ts';
import type { NewEntry } from './bibliography/cslItem.ts';
import { namingEdit } from './bibliography/namingEdit.ts';
import { appendEntries, ownReferencesEdit } from './bibliography/writeEntries.ts';
import { createNames, type Names } from './names.ts';
import type { DefinitionWriter, Mark, Notation } from './notation/notation.ts';
import { notationOf } from './notation/notations.ts';
import type { Template } from './notation/template.ts';
import { placeOfMark } from './place.ts';
import { citationsOfSentence, type ResolvedDraft } from './resolve.ts';
import type { CitedSource } from './source.ts';
import { type StyleSetting, styleOf, usualStyle } from './style.ts';

/** What is to be cited for a sentence, in the order in which it is written. */
export interface CitationRequest {
  readonly sentence: Span;
  readonly sources: readonly CitedSource[];
}

export interface CitationContext {
  readonly resolved: ResolvedDraft;
  readonly bibliography: Bibliography;
  readonly style: StyleSetting;
  /** The writer’s own template, for the style `template`. */
  readonly template: Template | null;
}

/** Edits of the draft, in order and apart, and of bibliography files, each of which only gains at its end. */
export interface CitationPlan {
  readonly draft: readonly Edit[];
  readonly files: readonly { readonly file: BibliographyFile; readonly edit: Edit }[];
}

/**
 * The edits that cite what `requests` (in the order of the draft) ask for and is not cited yet; null when nothing is
 * left to do or the bibliography cannot be written to. Citing again after the edits are applied gives null.
 */
export async function planCitations(
  draft: Draft,
  requests: readonly CitationRequest[],
  context: CitationContext,
): Promise<CitationPlan | null> {
  const notation = chosenNotation(draft, context);
  const names = createNames(draft, context.resolved, context.bibliography, notation);
  const written = requests.flatMap((request) => writeMarks(draft, request, context, notation, names));
  if (written.length === 0) return null;
  const defined = await define(draft, names.added, notation, context.bibliography);
  if (defined === null) return null;
  return { draft: inOrder([...written, ...defined.draft]), files: defined.files };
}

function chosenNotation(
  draft: Draft,
  { resolved, bibliography, style, template }: CitationContext,
): Notation {
  const styles = [
    styleOf(draft, resolved, bibliography, style),
    usualStyle(draft.language),
    'author-date',
  ] as const;
  const notations = styles.map((each) => notationOf(draft, resolved, each, template));
  const chosen = notations.find((notation) => notation !== null && hasPlace(draft, notation, bibliography));
  // Every language can say who published when.
  if (chosen === undefined || chosen === null) throw new Error(`${draft.language} has no style of citation`);
  return chosen;
}

/** A key needs an entry, and an entry a place: the draft’s front matter or a file. A draft that is no file has neither. */
function hasPlace(draft: Draft, { naming }: Notation, { files }: Bibliography): boolean {
  return naming.kind !== 'entry' || naming.definition !== null || files.length > 0 || hasFrontMatter(draft);
}

function hasFrontMatter({ language }: Draft): boolean {
  return language === 'markdown' || language === 'quarto' || language === 'mdx';
}

function writeMarks(
  draft: Draft,
  { sentence, sources }: CitationRequest,
  { resolved }: CitationContext,
  notation: Notation,
  names: Names,
): readonly Edit[] {
  const own = citationsOfSentence(draft.text, sentence, resolved.citations);
  const cited = new Set(own.flatMap(({ articles }) => articles));
  const text = draft.text.slice(sentence.start, sentence.end);
  const wanted = sources.filter(({ id }, at) => {
    const isNew = !cited.has(id) && sources.findIndex((source) => source.id === id) === at;
    return isNew;
  });
  const isWritten = (source: CitedSource): boolean =>
    notation.naming.kind === 'none' &&
    text.includes(wordsOf(notation.mark([{ source, name: '', isFirst: false }])));
  const marks = wanted.filter((source) => !isWritten(source)).map((source) => names.mark(source));
  if (marks.length === 0) return [];
  const at = placeOfMark(draft, sentence, own, notation.place);
  const moved = marks.flatMap((mark) => movedNote(draft, mark, at, notation, names));
  const insert = { start: at, end: at, newText: moved.length === 0 ? notation.mark(marks) : '' };
  if (moved.length === 0) return [insert];
  const words = marks.map(
    (mark) => moved.find(({ name }) => name === mark.name)?.words ?? notation.mark([mark]),
  );
  return [{ ...insert, newText: words.join('') }, ...moved.map(({ edit }) => edit)];
}

/** What a mark says, without the brackets that it may share with others. */
function wordsOf(mark: string): string {
  const written = mark.trim();
  return written.startsWith('(') && written.endsWith(')') ? written.slice(1, -1) : written;
}

interface MovedNote {
  readonly name: string;
  readonly words: string;
  readonly edit: Edit;
}

/** Where the words of a note must come first, a note that is now cited earlier moves there. */
function movedNote(
  { text }: Draft,
  { name, source, isFirst }: Mark,
  at: number,
  { repeat }: Notation,
  names: Names,
): readonly MovedNote[] {
  const note = isFirst || repeat === undefined ? null : names.definitionOf(source);
  if (note === null || repeat === undefined || note.start < at) return [];
  const edit = { start: note.start, end: note.end, newText: repeat(name) };
  return [{ name, words: text.slice(note.start, note.end), edit }];
}

/** The edits of the draft itself that define new names; null where their entries belong into a file. */
export function definitionsOf(
  draft: Draft,
  added: readonly Mark[],
  { naming }: Notation,
  { own, files }: Bibliography,
): readonly Edit[] | null {
  if (added.length === 0 || naming.kind === 'none') return [];
  if (naming.definition !== null) return [listEdit(draft, naming.definition, added)];
  if (naming.kind === 'note') return [];
  if (own === null && (files.length > 0 || !hasFrontMatter(draft))) return null;
  const edit = ownReferencesEdit(
    draft,
    added.map(({ name, source }) => ({ key: name, source })),
  );
  return edit === null ? null : [edit];
}

/** The edits that define the names given, or null when they cannot be. */
async function define(
  draft: Draft,
  added: readonly Mark[],
  notation: Notation,
  bibliography: Bibliography,
): Promise<CitationPlan | null> {
  const own = definitionsOf(draft, added, notation, bibliography);
  if (own !== null) return { draft: own, files: [] };
  return addEntries(
    draft,
    added.map(({ name, source }) => ({ key: name, source })),
    bibliography,
  );
}

/** Into the draft’s own list where it has one, else into the first file, else into a list that the draft begins. */
export async function addEntries(
  draft: Draft,
  entries: readonly NewEntry[],
  { own, files }: Bibliography,
): Promise<CitationPlan | null> {
  const file = own === null ? files[0] : undefined;
  if (file === undefined && !hasFrontMatter(draft)) return null;
  if (file === undefined) {
    const edit = ownReferencesEdit(draft, entries);
    return edit === null ? null : { draft: [edit], files: [] };
  }
  const edit = await appendEntries(file, entries, draft);
  if (edit === null) return null;
  const naming = file.text === null ? namingEdit(draft, file.path) : null;
  return { draft: naming === null ? [] : [naming], files: [{ file, edit }] };
}

/** Definitions stand together at the end of the draft. */
function listEdit(
  { text }: Draft,
  { line, heading, belongs }: DefinitionWriter,
  added: readonly Mark[],
): Edit {
  const feed = lineBreakOf(text);
  const written = text.trimEnd();
  const joins = belongs.test(written.slice(written.lastIndexOf('\n') + 1));
  const gap = joins ? feed : feed + feed + heading.replaceAll('\n', feed);
  const newText = `${gap}${added.map(line).join(feed)}${feed}`;
  return { start: written.length, end: text.length, newText };
}

/** Edits in order. Of two at one place the one that was made first is written first, and both become one edit. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last === undefined || edit.start > last.end || (edit.start === last.end && last.end > last.start)) {
      joined.push(edit);
    } else {
      joined[joined.length - 1] = {
        start: Math.min(last.start, edit.start),
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      };
    }
  }
  return joined;
}
