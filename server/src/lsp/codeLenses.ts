/** Code lenses: how much of each section of a draft is supported, and which passages of an article the drafts use. */

import { type CodeLens, CodeLensRefreshRequest, type Command, type Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { statementsOf } from '../check/finding.ts';
import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';
import { articlesAt } from './articleAt.ts';
import type { Checked } from './checks.ts';
import { articleDocument, toPosition, toRange } from './convert.ts';
import { OPEN_SOURCE_COMMAND } from './protocol.ts';
import { claimLocations } from './references.ts';
import { countSections, sectionsOf } from './sections.ts';
import { checkedFor, inBackground, type Session } from './session.ts';
import { type Use, type Uses, usesOf } from './uses.ts';

export function registerCodeLenses(session: Session, uses: Uses): void {
  const { connection, client, settings } = session;
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    if (!(await settings.of(uri)).codeLens) return null;
    const checked = await checkedFor(session, uri, token);
    if (checked !== null) return sectionLenses(session, checked);
    const articles = await articlesAt(session, uri);
    if (articles.length === 0) return null;
    const drafts = await uses.drafts(token);
    return articles.flatMap((article) => articleLenses(session, article, drafts));
  });
  if (!client.codeLensRefresh) return;
  const refresh = (): void =>
    inBackground(session, 'Code lenses', connection.sendRequest(CodeLensRefreshRequest.type));
  uses.onDidChange(refresh);
  settings.onDidChange(refresh);
}

/** `7 of 9 supported` over each heading with claims below it, subsections counted in; leads to the others. */
function sectionLenses(session: Session, checked: Checked): CodeLens[] {
  const { document, draft } = checked;
  const findings = statementsOf(checked.findings);
  const sections = sectionsOf(draft.headings, draft.text.length);
  const claims = findings.map(({ claim, verdict }) => ({
    start: claim.start,
    isSupported: verdict === 'supported',
  }));
  const counts = countSections(sections, claims);
  return sections.flatMap((section, index) => {
    const { claims: all, supported } = counts[index] ?? { claims: 0, supported: 0 };
    if (all === 0) return [];
    const inside = findings.filter(({ claim }) => section.start <= claim.start && claim.start < section.end);
    const open = inside.filter(({ verdict }) => verdict !== 'supported');
    const shown = (open.length > 0 ? open : inside).map(({ claim }) => ({
      uri: document.uri,
      range: toRange(document, claim),
    }));
    return lens(
      session,
      document.uri,
      toRange(document, section.heading),
      `${supported} of ${all} supported`,
      shown,
    );
  });
}

function articleLenses(session: Session, article: Article, drafts: readonly Checked[]): readonly CodeLens[] {
  const found = usesOf(article, drafts);
  if (found.length === 0) return [];
  const document = articleDocument(article);
  const at = (span: Span, title: string, shown: readonly Use[]): CodeLens[] =>
    lens(session, document.uri, toRange(document, span), title, claimLocations(shown));
  const drawn =
    drafts.length === 1 ? 'the draft checked so far' : `the ${drafts.length} drafts checked so far`;
  const whole = `${usesText(found)} in ${drawn}`;
  return [
    ...at({ start: 0, end: 0 }, whole, found),
    ...byLine(found, document).flatMap(({ span, uses }) => at(span, usesText(uses), uses)),
  ];
}

interface UsedLine {
  readonly span: Span;
  readonly uses: readonly Use[];
}

/** One count stands over a line: articles often have a paragraph a line, and two counts side by side tell nothing apart. */
function byLine(uses: readonly Use[], document: TextDocument): readonly UsedLine[] {
  const groups = Map.groupBy(uses, ({ evidence }) => toPosition(document, evidence.start).line);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ span: first.evidence, uses: group }];
  });
}

/** `Used in 3 claims · 1 says otherwise`: the claims that the passages support, and those that they contradict. */
export function usesText(uses: readonly Use[]): string {
  const { uses: supported, contradicted } = countUses(uses);
  const parts = [
    ...(supported > 0 ? [`Used in ${supported} ${supported === 1 ? 'claim' : 'claims'}`] : []),
    ...(contradicted > 0
      ? [`${contradicted} ${contradicted === 1 ? 'claim says' : 'claims say'} otherwise`]
      : []),
  ];
  return parts.join(' · ');
}

/** How many claims rest on the passages, and how many the passages contradict; each claim counts once. */
export function countUses(uses: readonly Use[]): { readonly uses: number; readonly contradicted: number } {
  const agreeing = new Set(uses.filter(({ evidence }) => evidence.agrees).map(({ finding }) => finding));
  const all = new Set(uses.map(({ finding }) => finding));
  return { uses: agreeing.size, contradicted: all.size - agreeing.size };
}

/** A lens that lists places where the client has a command for it, and elsewhere leads to the first of them. */
function lens(
  session: Session,
  uri: string,
  range: CodeLens['range'],
  title: string,
  shown: readonly Location[],
): CodeLens[] {
  return [{ range, command: { title, ...leadTo(session, uri, range, shown) } }];
}

function leadTo(
  { client }: Session,
  uri: string,
  range: CodeLens['range'],
  shown: readonly Location[],
): Omit<Command, 'title'> {
  const { showReferences } = client.options;
  const [first] = shown;
  if (showReferences !== undefined) return { command: showReferences, arguments: [uri, range.start, shown] };
  // An empty command makes a lens of mere words.
  if (first === undefined || !client.showDocument) return { command: '' };
  return { command: OPEN_SOURCE_COMMAND, arguments: [first] };
}
