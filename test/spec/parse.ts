/** Parses literate specifications: Markdown with articles, a draft and what the check is to say under each line. */

import type { Code, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DraftLanguage } from '../../server/src/draft/draft.ts';
import { languageOf } from '../../server/src/draft/languages.ts';
import type { Span } from '../../server/src/text/span.ts';

export interface SpecArticle {
  readonly text: string;
  /** What stands after the word `article`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** What one assertion line asks for. */
export interface Expectation extends Span {
  /** `exact` for carets, `overlap` for tildes. Offsets are those of the draft without the assertion lines. */
  readonly match: 'exact' | 'overlap';
  /** A code, a verdict, or `no-claim`. */
  readonly label: string;
  /** Part of the message, of a passage or of a value. */
  readonly says: string | null;
  /** The new text of the first fix. */
  readonly fix: string | null;
  /** 1-based line in the specification. */
  readonly line: number;
}

export interface SpecDraft {
  readonly language: DraftLanguage;
  /** The draft without the assertion lines. */
  readonly text: string;
  readonly expectations: readonly Expectation[];
  /** For each line of `text`, its 1-based line in the specification. */
  readonly sourceLines: readonly number[];
}

export interface SpecCase {
  readonly name: string;
  readonly articles: readonly SpecArticle[];
  /** The sign-off ledger, empty where there is none. */
  readonly ledger: string;
  readonly draft: SpecDraft;
}

/** A mistake in a specification: not a failed expectation but something that cannot be read. */
export class SpecError extends Error {}

/** Blanks, the mark, the label, then optionally what it says and what the fix writes. */
const ASSERTION = /^\s*(\^+|~+)\s+([a-z-]+)(?:\s+"((?:[^"\\]|\\.)*)")?(?:\s+=>\s+"((?:[^"\\]|\\.)*)")?\s*$/;

/** A line that was meant to be an assertion. */
const ALMOST = /^\s*(?:\^{2,}|~{2,})(?:\s|$)/;

interface OpenCase {
  readonly name: string;
  readonly articles: SpecArticle[];
  readonly ledgers: string[];
  readonly drafts: SpecDraft[];
}

/** The cases of a specification; `title` names a case that stands before any heading. Throws `SpecError`. */
export function parseSpec(source: string, title: string): readonly SpecCase[] {
  const cases: OpenCase[] = [{ name: title, articles: [], ledgers: [], drafts: [] }];
  for (const node of fromMarkdown(source).children) {
    if (node.type === 'heading')
      cases.push({ name: sourceOf(node.children, source), articles: [], ledgers: [], drafts: [] });
    if (node.type === 'code') addBlock(node, cases.at(-1));
  }
  return cases.filter(({ articles, drafts }) => articles.length + drafts.length > 0).map(closeCase);
}

function addBlock({ lang, meta, value, position }: Code, open: OpenCase | undefined): void {
  if (open === undefined) return;
  if (lang === 'ledger') open.ledgers.push(value);
  if (lang !== 'article' && lang !== 'draft') return;
  const line = position?.start.line ?? 0;
  const attributes = parseAttributes(meta ?? '', line);
  if (lang === 'article') open.articles.push({ text: value, attributes });
  else open.drafts.push(parseDraft(value, attributes, line + 1));
}

function closeCase({ name, articles, ledgers, drafts }: OpenCase): SpecCase {
  const [draft, second] = drafts;
  if (second !== undefined) throw new SpecError(`“${name}” has a second draft`);
  if (draft === undefined || articles.length === 0)
    throw new SpecError(`“${name}” needs an article and a draft`);
  return { name, articles, ledger: ledgers.join('\n'), draft };
}

/** The Markdown between the first and the last of `nodes`. */
function sourceOf(nodes: readonly PhrasingContent[], source: string): string {
  return source.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
}

/** `name=value` and `name="several words"`. */
function parseAttributes(meta: string, line: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const rest = meta.replace(
    /([a-z-]+)=(?:"([^"]*)"|([^\s"]+))/g,
    (_, name: string, quoted?: string, bare?: string) => {
      attributes.set(name, quoted ?? bare ?? '');
      return '';
    },
  );
  if (rest.trim() !== '') throw new SpecError(`line ${line}: cannot read “${rest.trim()}”`);
  return attributes;
}

function parseDraft(value: string, attributes: ReadonlyMap<string, string>, firstLine: number): SpecDraft {
  const named = attributes.get('language') ?? 'markdown';
  const language = languageOf(named);
  if (language !== named) throw new SpecError(`line ${firstLine - 1}: ${named}?`);
  const kept: string[] = [];
  const sourceLines: number[] = [];
  const expectations: Expectation[] = [];
  let lineStart = 0;
  for (const [index, written] of value.split('\n').entries()) {
    const line = firstLine + index;
    const assertion = ASSERTION.exec(written);
    if (assertion !== null) {
      expectations.push(parseAssertion(assertion, written, kept.at(-1) ?? '', lineStart, line));
      continue;
    }
    if (ALMOST.test(written))
      throw new SpecError(`line ${line}: cannot read the assertion “${written.trim()}”`);
    lineStart = kept.reduce((sum, each) => sum + each.length + 1, 0);
    kept.push(written);
    sourceLines.push(line);
  }
  return { language, text: `${kept.join('\n')}\n`, expectations, sourceLines };
}

function parseAssertion(
  [, mark = '', label = '', says, fix]: RegExpExecArray,
  written: string,
  above: string,
  lineStart: number,
  line: number,
): Expectation {
  const column = written.indexOf(mark);
  if (column + mark.length > above.length)
    throw new SpecError(`line ${line}: the mark reaches beyond the line above`);
  return {
    start: lineStart + column,
    end: lineStart + column + mark.length,
    match: mark.startsWith('^') ? 'exact' : 'overlap',
    label,
    says: unquote(says),
    fix: unquote(fix),
    line,
  };
}

function unquote(quoted: string | undefined): string | null {
  return quoted === undefined ? null : quoted.replace(/\\(.)/g, '$1');
}
