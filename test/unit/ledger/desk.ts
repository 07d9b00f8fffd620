/** A desk for tests of the ledger: articles, a draft checked against them, and decisions on its claims. */

import assert from 'node:assert/strict';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import type { CheckOptions } from '../../../server/src/check/options.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import type { Draft } from '../../../server/src/draft/draft.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { applyLedger } from '../../../server/src/ledger/applyLedger.ts';
import { verify } from '../../../server/src/ledger/decide.ts';
import type { Decision } from '../../../server/src/ledger/decision.ts';
import { sha256 } from '../../../server/src/ledger/digest.ts';

export const VALLEY = `The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.
The water destroyed 62 houses in the village of Lower Marsh.
`;

export const DRAFT = `# The flood

The council is sending about 850 volunteers to the flooded Harrow valley.
The water destroyed 62 houses in Lower Marsh.
`;

export const ANN = { person: 'Ann Reyes <ann@example.org>', date: '2021-03-10T09:00:00+01:00' };

const OPTIONS: CheckOptions = { severities: {}, today: '2021-03-10' };

/** A checked draft. */
export interface Desk {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** The findings with the decisions applied, as those of the draft `path`. */
  apply(
    decisions: readonly Decision[],
    path?: string,
    missing?: readonly string[],
  ): Promise<readonly Finding[]>;
  /** The finding on the claim `words`, after `decisions`. */
  find(words: string, decisions?: readonly Decision[]): Promise<Finding>;
  /** A decision that the claim `words` is right. */
  verify(words: string, decisions?: readonly Decision[]): Promise<Decision>;
}

/** Checks `text` against articles by their names. */
export async function deskOf(
  text = DRAFT,
  articles: Readonly<Record<string, string>> = { 'valley.md': VALLEY },
  severities: CheckOptions['severities'] = {},
): Promise<Desk> {
  const options = { ...OPTIONS, severities };
  const index = createMemoryIndex();
  for (const [id, article] of Object.entries(articles)) {
    const metadata = { title: id, outlet: `The ${id.split('.')[0]} Post`, author: null, url: null };
    const prose = [{ start: 0, end: article.length }];
    index.put({ ...metadata, id, path: `/desk/corpus/${id}`, published: '2021-03-09', text: article, prose });
  }
  const draft = readDraft('/desk/draft.md', 'markdown', text);
  const findings = await checkDraft(draft, index, options, NEVER);
  const apply: Desk['apply'] = (decisions, path = 'draft.md', missing = []) => {
    const view = { decisions, draft: path, missingDrafts: new Set(missing) };
    return applyLedger(draft, findings, view, { articles: index, options, digest: sha256 });
  };
  const find: Desk['find'] = async (words, decisions = []) => {
    const applied = await apply(decisions);
    return applied.find(({ claim }) => claim.text === words) ?? assert.fail(`no claim ${words}`);
  };
  return {
    draft,
    findings,
    apply,
    find,
    async verify(words, decisions = []) {
      const applied = await apply(decisions);
      const finding = applied.find(({ claim }) => claim.text === words) ?? assert.fail(`no claim ${words}`);
      const subject = { draft, path: 'draft.md', findings: applied, finding };
      return verify(subject, ANN, 'Told by the council', sha256) ?? assert.fail('none of the findings');
    },
  };
}
