/** Checks drafts for the commands that report on them: reads drafts and articles, and keeps no word of its own. */

import { resolve } from 'node:path';
import { NEVER } from '../check/cancellation.ts';
import { checkDraft } from '../check/checkDraft.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { CheckedDraft, CheckReport } from '../report/checkReport.ts';
import { readDraftFile } from './draftFile.ts';
import { type LedgerChoice, openLedgers } from './ledgers.ts';
import { openCorpus } from './openCorpus.ts';
import type { Terminal } from './terminal.ts';

/** What to check against what, as every command that checks is told. */
export interface DraftChoice {
  /** Paths as given, at least one. */
  readonly drafts: readonly string[];
  /** Folders, files or globs as given; empty for the default. */
  readonly corpus: readonly string[];
  readonly ledger: LedgerChoice;
}

/** Checks the drafts. Rejects with `CliError` when a draft, a ledger or the corpus cannot be read. */
export async function checkDrafts(given: DraftChoice, terminal: Terminal): Promise<CheckReport> {
  const drafts = await Promise.all(
    given.drafts.map((path) => readDraftFile(resolve(terminal.cwd, path), path)),
  );
  const index = await openCorpus(given.corpus, drafts, terminal);
  const options = { severities: {}, today: isoDay(terminal.now()) };
  const checked: CheckedDraft[] = [];
  const applyLedgers = openLedgers(given.ledger, terminal);
  for (const draft of drafts) {
    const findings = await checkDraft(draft, index, options, NEVER);
    checked.push({ draft, findings: await applyLedgers(draft, findings, index, options) });
  }
  return { corpus: corpusOf(index), drafts: checked };
}

function corpusOf(index: CorpusIndex): CheckReport['corpus'] {
  return { articles: index.size, skipped: index.skipped };
}

/** The calendar day of the clock where the writer is. */
function isoDay(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
