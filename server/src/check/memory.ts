/** Memory: findings kept from one check of a draft to the next, so that an edit costs what it touches. */

import type { Sentence } from '../text/sentences.ts';
import type { Finding } from './finding.ts';

/**
 * Findings by a key that says everything they depend on. A caller that checks the same draft again and again keeps
 * one memory for it; without one nothing is remembered. What the last check did not use is dropped.
 */
export interface CheckMemory {
  /** Starts a check; everything is forgotten when `basis` (index revision, options, date) is another than before. */
  begin(basis: string): void;
  /** The findings stored under `key`, moved to where `sentence` stands now. */
  recall(key: string, sentence: Sentence): readonly Finding[] | undefined;
  store(key: string, sentence: Sentence, findings: readonly Finding[]): void;
}

/** An empty memory. */
export function createCheckMemory(): CheckMemory {
  let basis = '';
  let before = new Map<string, Entry>();
  let now = new Map<string, Entry>();
  return {
    begin(next) {
      before = next === basis ? now : new Map();
      now = new Map();
      basis = next;
    },
    recall(key, sentence) {
      const entry = now.get(key) ?? before.get(key);
      if (entry === undefined) return undefined;
      now.set(key, entry);
      const by = sentence.start - entry.start;
      return by === 0 ? entry.findings : entry.findings.map((finding) => moved(finding, by, sentence));
    },
    store(key, sentence, findings) {
      now.set(key, { start: sentence.start, findings });
    },
  };
}

/** A memory that remembers nothing, for one-off checks. */
export const NO_MEMORY: CheckMemory = { begin() {}, recall: () => undefined, store() {} };

interface Entry {
  /** Where the sentence stood when the findings were made, in UTF-16 units. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** The finding as it would have been made `by` UTF-16 units further on. */
function moved(finding: Finding, by: number, sentence: Sentence): Finding {
  const { claim } = finding;
  const place = { start: claim.start + by, end: claim.end + by, sentence };
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
  }));
  if (claim.kind !== 'figure' && claim.kind !== 'date') return { ...finding, fixes };
  return { ...finding, fixes, claim: { ...claim, ...place } };
}
