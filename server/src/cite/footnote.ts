/** Markdown footnotes: cites an article at the end of a sentence, once for each article. */

import type { PhrasingContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Edit } from '../check/finding.ts';
import type { ArticleMetadata } from '../corpus/article.ts';
import type { Draft } from '../draft/draft.ts';
import { lineBreakOf } from '../draft/lineBreak.ts';
import type { Span } from '../text/span.ts';
import { longDate } from './longDate.ts';

/** What a footnote says of an article. */
export type Source = Pick<ArticleMetadata, 'title' | 'outlet' | 'published' | 'url'>;

/**
 * The edits that cite `source` for `sentence` of the draft: a reference after the sentence and, unless the draft has a
 * footnote of this article, its text at the end. Null when the sentence already cites it, and for drafts that are not
 * Markdown.
 */
export function footnoteEdits(draft: Draft, sentence: Span, source: Source): readonly Edit[] | null {
  if (draft.language !== 'markdown') return null;
  const { text } = draft;
  const footnotes = readFootnotes(text);
  const body = footnoteBody(source);
  const known = footnotes.find((footnote) => isOf(footnote, source, body));
  const label = known?.label ?? nextLabel(text);
  const place = referencePlace(draft, sentence);
  if (place.labels.includes(label)) return null;
  const reference: Edit = { start: place.at, end: place.at, newText: `[^${label}]` };
  if (known !== undefined) return [reference];
  const definition = definitionEdit(text, label, body);
  if (definition.start > reference.end) return [reference, definition];
  // Where the sentence ends the draft both belong at one place, and one edit says in which order.
  return [{ ...definition, newText: reference.newText + definition.newText }];
}

interface Footnote {
  readonly label: string;
  /** The text of its first line. */
  readonly body: string;
}

/** The footnotes defined in a draft, in order. */
function readFootnotes(text: string): readonly Footnote[] {
  return [...text.matchAll(DEFINITION)].map(([, label = '', body = '']) => ({ label, body: body.trim() }));
}

const DEFINITION = /^ {0,3}\[\^([^\s[\]]{1,100})\]:([^\n]*)$/gmu;

/** The same words, or the same address, written by us or by hand. */
function isOf(footnote: Footnote, source: Source, body: string): boolean {
  if (footnote.body === body) return true;
  const address = webAddress(source.url);
  return address !== null && footnote.body.split(/[\s<>()[\]]/u).includes(address);
}

/** One more than the highest number in use. Every reference counts, defined or not, so that none is caught by accident. */
function nextLabel(text: string): string {
  const numbers = [...text.matchAll(/\[\^(\d{1,9})\]/gu)].map(([, digits]) => Number(digits));
  return String(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
}

/** `Title. *Outlet*, 1 January 2020. <https://…>` as Markdown in which the article's words are nothing but words. */
export function footnoteBody({ title, outlet, published, url }: Source): string {
  const name = oneLine(title);
  const details: PhrasingContent[] = [];
  if (outlet !== null) details.push({ type: 'emphasis', children: [words(oneLine(outlet))] });
  if (outlet !== null && published !== null) details.push(words(', '));
  if (published !== null) details.push(words(longDate(published)));
  const address = webAddress(url);
  const children: PhrasingContent[] = [
    words(/[.!?…]$/u.test(name) ? name : `${name}.`),
    ...(details.length > 0 ? [words(' '), ...details, words('.')] : []),
    ...(address === null ? [] : [words(' '), autolink(address)]),
  ];
  return toMarkdown({ type: 'paragraph', children }, { extensions: [gfmToMarkdown()] }).trim();
}

function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

function autolink(url: string): PhrasingContent {
  return { type: 'link', url, children: [words(url)] };
}

/** The address if it is one of the web, else null: a front matter may hold anything. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>]+$/iu.test(url) ? url : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

interface ReferencePlace {
  readonly at: number;
  /** Labels of the footnotes that the sentence already refers to. */
  readonly labels: readonly string[];
}

/** Where a reference goes: after the sentence, the markup that closes with it and the references it has. */
function referencePlace({ text, blocks }: Draft, sentence: Span): ReferencePlace {
  const holes = blocks.flatMap((block) => block.holes);
  const labels = [...text.slice(sentence.start, sentence.end).matchAll(REFERENCE)].map(
    ([, label = '']) => label,
  );
  let at = sentence.start + text.slice(sentence.start, sentence.end).trimEnd().length;
  for (;;) {
    const [reference, label] = REFERENCE_HERE.exec(text.slice(at, at + LONGEST_REFERENCE)) ?? [];
    const hole = holes.find(({ start }) => start === at);
    if (reference !== undefined && label !== undefined) {
      labels.push(label);
      at += reference.length;
    } else if (hole !== undefined && !/\s/u.test(text.slice(hole.start, hole.end))) at = hole.end;
    else return { at, labels };
  }
}

const REFERENCE = /\[\^([^\s[\]]{1,100})\]/gu;
const REFERENCE_HERE = /^\[\^([^\s[\]]{1,100})\]/u;
const LONGEST_REFERENCE = 103;

/** Footnotes stand together at the end of the draft. */
function definitionEdit(text: string, label: string, body: string): Edit {
  const feed = lineBreakOf(text);
  const written = text.trimEnd();
  const lastLine = written.slice(written.lastIndexOf('\n') + 1);
  const gap = /^ {0,3}\[\^/u.test(lastLine) ? feed : feed + feed;
  return { start: written.length, end: text.length, newText: `${gap}[^${label}]: ${body}${feed}` };
}
