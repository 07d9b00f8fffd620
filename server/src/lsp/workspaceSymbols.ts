/** Workspace symbols: the claims of the drafts checked so far, and the articles. */

import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { statementsOf } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { entriesOf } from './articles.ts';
import { articleUri } from './articleUri.ts';
import type { Checked } from './checks.ts';
import { toRange } from './convert.ts';
import { claimName, symbolKind } from './documentSymbols.ts';
import type { Session } from './session.ts';
import { standingLabel, standingOf } from './standing.ts';
import type { Uses } from './uses.ts';

/** More are not read by anybody, and an archive has very many; another letter brings others. */
const MOST = 200;
/** The newest of an archive: a list of more takes longer than the pause between two letters. */
const MOST_LOOKED_AT = 10_000;

export function registerWorkspaceSymbols(session: Session, uses: Uses): void {
  session.connection.onWorkspaceSymbol(async ({ query }, token) => {
    const drafts = await uses.drafts(token);
    const claims = drafts.flatMap((checked) => claimSymbols(checked, query));
    const listed = await entriesOf(await session.corpora.all(), MOST_LOOKED_AT);
    const articles = listed.filter(({ title, outlet }) => holdsLetters(`${title} ${outlet ?? ''}`, query));
    // Half of the places are the articles', so that neither kind hides the other.
    const shown = claims.slice(0, Math.max(MOST / 2, MOST - articles.length));
    return [
      ...shown,
      ...articles.slice(0, MOST - shown.length).map((entry) => articleSymbol(entry, session.client)),
    ];
  });
}

function claimSymbols({ document, draft, findings }: Checked, query: string): readonly SymbolInformation[] {
  return statementsOf(findings)
    .filter(({ claim }) => holdsLetters(claim.text, query))
    .map((finding) => ({
      name: claimName(draft.text, finding),
      kind: symbolKind(finding.claim.kind),
      location: { uri: document.uri, range: toRange(document, finding.claim) },
      containerName: standingLabel(standingOf(finding)),
    }));
}

function articleSymbol(entry: ArticleEntry, client: Session['client']): SymbolInformation {
  const { title, outlet, published } = entry;
  const date = published === null ? null : longDate(published);
  return {
    name: title,
    kind: SymbolKind.File,
    location: { uri: articleUri(client, entry), range: { start: ORIGIN, end: ORIGIN } },
    containerName: [outlet, date].filter((part) => part !== null).join(', '),
  };
}

const ORIGIN = { line: 0, character: 0 };

/** Whether the letters of `query` stand in `text` in their order: what editors rank further must not be left out here. */
export function holdsLetters(text: string, query: string): boolean {
  const letters = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/gu, '')) {
    const found = letters.indexOf(letter, at);
    if (found === -1) return false;
    at = found + letter.length;
  }
  return true;
}
