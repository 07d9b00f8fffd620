/** Items of completions: sources by what bears the sentence out, then by date; quotations as the articles have them. */

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import type { Finding } from '../check/finding.ts';
import { citationPrefix } from '../cite/citationPrefix.ts';
import { longDate } from '../cite/longDate.ts';
import { proseWords } from '../cite/notation/notations.ts';
import { type Offer, offersFor } from '../cite/offers.ts';
import { continuationsOf, inMarksOf, quoteBeginning } from '../cite/quoteContinuation.ts';
import { type CitedSource, citedSource } from '../cite/source.ts';
import type { Article } from '../corpus/article.ts';
import { sourceInMenu } from '../rules/wording.ts';
import type { Checked } from './checks.ts';
import type { AddReferenceArgument } from './citeCommands.ts';
import { citedIn } from './citing.ts';
import type { ItemData } from './completion.ts';
import { toRange } from './convert.ts';
import { MARKDOWN, type Markup, PLAIN } from './markup.ts';
import { ADD_REFERENCE_COMMAND } from './protocol.ts';
import { referenceLine } from './referenceText.ts';
import type { Session } from './session.ts';
import { toTextEdits } from './workspaceEdits.ts';

/** Articles offered besides those that bear the sentence out: the newest; others are found by typing. */
const NEWEST = 30;

/** Whether something before the cursor may be a citation or a quotation that is being typed. */
export function isAsked(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  return /[@^{<#`][^\s@^{<#`]{0,100}$/u.test(before) || /["“«„]/u.test(before);
}

/** UTF-16 units. */
const REACH = 400;

/** The sources for the citation that is typed at `offset`; null when none is. */
export async function citationItems(
  session: Session,
  checked: Checked,
  offset: number,
): Promise<CompletionList | null> {
  const { draft } = checked;
  const prefix = citationPrefix(draft.language, draft.text, offset);
  if (prefix === null) return null;
  const { bibliography, resolved } = await citedIn(checked);
  const sources = await sourcesFor(checked, offset);
  const offers = offersFor(draft, resolved, bibliography, prefix, sources);
  const items = offers.map((offer, at): CompletionItem => {
    const word = `${offer.name}${prefix.closing}`;
    return {
      label: offer.name,
      labelDetails: { description: detailOf(offer) },
      detail: offer.source?.title ?? '',
      kind: CompletionItemKind.Reference,
      filterText: filterOf(offer),
      sortText: String(at).padStart(4, '0'),
      ...edits(checked, offer, word, prefix),
      ...(offer.isForFile && session.client.appliesEdits && commandOf(checked, offer)),
      data: dataOf(checked, offer),
    };
  });
  return { isIncomplete: checked.index.size > sources.length, items };
}

/** Best first: what bears the sentence out, then the newest articles. */
async function sourcesFor(checked: Checked, offset: number): Promise<readonly CitedSource[]> {
  const { index, citing } = checked;
  const here = findingsBefore(checked, offset);
  const evidence = here.flatMap((finding) => finding.evidence.filter(({ agrees }) => agrees));
  const best = await Promise.all(
    evidence.map(async (each) => {
      const article = await index.article(each.article);
      return article === undefined ? null : citedSource(article.article, each, citing.settings.locator);
    }),
  );
  const newest = await index.entries({ containing: '', offset: 0, limit: NEWEST });
  const others = newest.map((entry): CitedSource => ({ ...entry, locator: null }));
  const sources = [...best.filter((source) => source !== null), ...others];
  return sources.filter(({ id }, at) => sources.findIndex((each) => each.id === id) === at);
}

/** The findings of the sentence that the cursor stands in or behind, in the same paragraph. */
function findingsBefore({ draft, findings }: Checked, offset: number): readonly Finding[] {
  const before = findings.filter(({ claim }) => claim.kind !== 'citation' && claim.sentence.start <= offset);
  const start = Math.max(-1, ...before.map(({ claim }) => claim.sentence.start));
  const own = before.filter(({ claim }) => claim.sentence.start === start);
  const end = own[0]?.claim.sentence.end ?? offset;
  return /\n[ \t\r]{0,20}\n/u.test(draft.text.slice(end, offset)) ? [] : own;
}

function edits(
  { document, draft }: Checked,
  offer: Offer,
  word: string,
  prefix: { readonly start: number; readonly end: number },
): Pick<CompletionItem, 'textEdit' | 'additionalTextEdits'> {
  const behind = offer.edits.filter(({ start, end }) => start <= prefix.end && end >= prefix.start);
  const apart = offer.edits.filter((edit) => !behind.includes(edit));
  // What would be written where the word is belongs to the same edit.
  const newText = word + behind.map((edit) => edit.newText).join('');
  const end = Math.max(prefix.end, ...behind.map((edit) => edit.end));
  const isOneLine = !/\n/u.test(draft.text.slice(prefix.start, end));
  const range = toRange(document, { start: prefix.start, end: isOneLine ? end : prefix.end });
  return {
    textEdit: { range, newText },
    ...(apart.length > 0 && { additionalTextEdits: toTextEdits(document, apart) }),
  };
}

function detailOf({ source, known }: Offer): string {
  if (source !== null) return sourceInMenu({ ...source, path: source.id });
  if (known === null || 'note' in known) return known?.note.slice(0, 80) ?? '';
  return [known.outlet, known.published === null ? null : longDate(known.published)]
    .filter((part) => part !== null)
    .join(', ');
}

/** Editors look for what is typed in here, so a title or an outlet finds its key. */
function filterOf({ name, source, known }: Offer): string {
  const reference = known !== null && 'title' in known ? known : null;
  const words = [source?.outlet, source?.title, reference?.outlet, reference?.title];
  return [name, ...words.filter((word) => typeof word === 'string')].join(' ').slice(0, 300);
}

function commandOf({ document }: Checked, { name, source }: Offer): Pick<CompletionItem, 'command'> | false {
  if (source === null) return false;
  const argument: AddReferenceArgument = { uri: document.uri, article: source.id, key: name };
  return {
    command: { title: `Add reference ${name}`, command: ADD_REFERENCE_COMMAND, arguments: [argument] },
  };
}

function dataOf({ document }: Checked, { source, known }: Offer): ItemData {
  const note = known !== null && 'note' in known ? known.note : (known?.title ?? null);
  return { uri: document.uri, article: source?.id ?? null, note, passage: null };
}

/** How the articles go on with the quotation that is typed at `offset`; null when none is. */
export async function quoteItems(checked: Checked, offset: number): Promise<CompletionList | null> {
  const { document, draft, index } = checked;
  const beginning = quoteBeginning(draft.text, offset);
  if (beginning === null) return null;
  const found = await continuationsOf(beginning, index);
  const from = offset - beginning.letters.length;
  const items = found.map(({ article: { article }, span, isQuoted }, at): CompletionItem => {
    const words = inMarksOf(article.text.slice(span.start, span.end), beginning.mark);
    const newText = proseWords(draft.language, words);
    const data: ItemData = { uri: document.uri, article: article.id, note: null, passage: span };
    return {
      label: words.length <= LONGEST_LABEL ? words : `${words.slice(0, LONGEST_LABEL).trimEnd()}…`,
      labelDetails: { description: sourceInMenu(article) },
      kind: isQuoted ? CompletionItemKind.Text : CompletionItemKind.Snippet,
      filterText: words,
      sortText: String(at).padStart(4, '0'),
      textEdit: { range: toRange(document, { start: from, end: offset }), newText },
      data,
    };
  });
  return items.length === 0 ? null : { isIncomplete: true, items };
}

/** UTF-16 units: what a list shows in one line. */
const LONGEST_LABEL = 60;

/** The item with its documentation: the reference, and for a quotation the passage. */
export async function resolveItem(
  session: Session,
  item: CompletionItem,
  data: ItemData,
): Promise<CompletionItem> {
  const markup = session.client.completionMarkdown ? MARKDOWN : PLAIN;
  const article = data.article === null ? undefined : await articleOf(session, data.uri, data.article);
  const parts = [
    ...(article === undefined ? [] : [referenceLine(article, markup)]),
    ...(article === undefined && data.note !== null ? [markup.text(data.note)] : []),
    ...(article === undefined ? [] : [markup.quote(markup.text(previewOf(article, data.passage)))]),
  ];
  return parts.length === 0 ? item : { ...item, documentation: toMarkup(parts.join('\n\n'), markup) };
}

async function articleOf({ corpora }: Session, uri: string, id: string): Promise<Article | undefined> {
  const corpus = await corpora.forDraft(uri);
  return (await corpus.index.article(id))?.article;
}

/** The passage with what stands before it, or how the article begins. */
function previewOf({ text, prose }: Article, passage: ItemData['passage']): string {
  if (passage === null) {
    const start = prose[0]?.start ?? 0;
    return text.slice(start, start + PREVIEW);
  }
  const before = text.slice(Math.max(0, passage.start - PREVIEW / 2), passage.start);
  return `${before.length < PREVIEW / 2 ? '' : '…'}${before}${text.slice(passage.start, passage.end)}`;
}

/** UTF-16 units: two or three lines. */
const PREVIEW = 240;

function toMarkup(value: string, markup: Markup): MarkupContent {
  return { kind: markup === MARKDOWN ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}
