/** Document symbols: the claims of a draft under its headings, for outlines and breadcrumbs. */

import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type Finding, statementsOf } from '../check/finding.ts';
import type { ClaimKind } from '../claims/claim.ts';
import type { Checked } from './checks.ts';
import { claimLabel } from './claimLabel.ts';
import { toRange } from './convert.ts';
import { countSections, headingTitle, type Section, sectionAt, sectionsOf } from './sections.ts';
import { checkedFor, type Session } from './session.ts';
import { standingLabel, standingOf } from './standing.ts';

export function registerDocumentSymbols(session: Session): void {
  session.connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    return session.client.symbolTree
      ? symbolTree(checked)
      : statementsOf(checked.findings).map((each) => flat(checked, each));
  });
}

/** Sections without claims are left out: the outline of the headings is the editor's own. */
function symbolTree(checked: Checked): DocumentSymbol[] {
  const { document, draft } = checked;
  const findings = statementsOf(checked.findings);
  const sections = sectionsOf(draft.headings, draft.text.length);
  const counts = countSections(
    sections,
    findings.map(({ claim, verdict }) => ({ start: claim.start, isSupported: verdict === 'supported' })),
  );
  const roots: DocumentSymbol[] = [];
  const symbols = sections.map((section, index) => {
    const { claims, supported } = counts[index] ?? { claims: 0, supported: 0 };
    return sectionSymbol(checked, section, `${supported} of ${claims} supported`);
  });
  const childrenOf = (index: number | null): DocumentSymbol[] =>
    (index === null ? undefined : symbols[index]?.children) ?? roots;
  for (const finding of findings) {
    childrenOf(sectionAt(sections, finding.claim.start)).push(claimSymbol(checked, finding));
  }
  symbols.forEach((symbol, index) => {
    if ((counts[index]?.claims ?? 0) > 0) childrenOf(sections[index]?.parent ?? null).push(symbol);
  });
  return inOrder(roots, document.lineCount);
}

/** Claims and subsections as they follow one another; there are at most `lines` of the latter within one another. */
function inOrder(symbols: DocumentSymbol[], lines: number): DocumentSymbol[] {
  if (lines === 0) return symbols;
  for (const symbol of symbols) if (symbol.children) inOrder(symbol.children, lines - 1);
  return symbols.sort(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
}

function sectionSymbol({ document, draft }: Checked, section: Section, detail: string): DocumentSymbol {
  return {
    name: headingTitle(draft.text, section.heading),
    detail,
    // As the editor’s own outline shows headings.
    kind: SymbolKind.String,
    range: toRange(document, section),
    selectionRange: toRange(document, section.heading),
    children: [],
  };
}

function claimSymbol({ document, draft }: Checked, finding: Finding): DocumentSymbol {
  const range = toRange(document, finding.claim);
  return {
    name: claimName(draft.text, finding),
    detail: standingLabel(standingOf(finding)),
    kind: symbolKind(finding.claim.kind),
    range,
    selectionRange: range,
  };
}

function flat({ document, draft }: Checked, finding: Finding): SymbolInformation {
  return {
    name: claimName(draft.text, finding),
    containerName: standingLabel(standingOf(finding)),
    kind: symbolKind(finding.claim.kind),
    location: { uri: document.uri, range: toRange(document, finding.claim) },
  };
}

/** A claim in a list of symbols. */
export function claimName(text: string, { claim }: Finding): string {
  return claimLabel(text, claim, LONGEST_NAME);
}

/** UTF-16 units that an outline shows of a claim. */
const LONGEST_NAME = 60;

export function symbolKind(kind: ClaimKind): SymbolKind {
  switch (kind) {
    case 'figure':
      return SymbolKind.Number;
    case 'date':
      return SymbolKind.Event;
    case 'quote':
      return SymbolKind.Constant;
    case 'attribution':
    case 'name':
      return SymbolKind.Object;
    case 'citation':
    case 'suppression':
      return SymbolKind.Key;
  }
}
