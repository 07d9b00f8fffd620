/** Uses: which claims of the drafts checked so far rest on which passages of the articles. */

import { readFile, stat } from 'node:fs/promises';
import { type CancellationToken, Emitter, type Event } from 'vscode-languageserver';
import { type Evidence, type Finding, statementsOf } from '../check/finding.ts';
import type { Article } from '../corpus/article.ts';
import type { Checked, Checks } from './checks.ts';
import { toPath } from './convert.ts';
import type { Session } from './session.ts';

/** One claim of a draft and a passage of an article that bears on it. */
export interface Use {
  readonly checked: Checked;
  readonly finding: Finding;
  readonly evidence: Evidence;
}

export interface Uses {
  /**
   * The checks of all drafts known: open ones, checked now where they were not, and those that were closed, while their
   * file holds what was checked and the articles are the same.
   */
  drafts(token: CancellationToken): Promise<readonly Checked[]>;
  /** Fires when the claims that rest on the articles may be others now. */
  readonly onDidChange: Event<void>;
}

/** A draft that was closed, and what its file was like then. */
interface Closed {
  readonly checked: Checked;
  readonly path: string;
  readonly modified: number;
  readonly size: number;
}

/** More closed drafts than these are forgotten, the longest closed first: each holds its text and its findings. */
const MOST_CLOSED = 50;

export function trackUses({ checks, documents }: Pick<Session, 'checks' | 'documents'>): Uses {
  const open = new Map<string, Checked>();
  const closed = new Map<string, Closed>();
  const changed = new Emitter<void>();

  checks.onDidCheck((result) => {
    const { uri } = result.document;
    const before = open.get(uri);
    // A check may be over after its draft was closed.
    if (documents.get(uri) === undefined) return;
    closed.delete(uri);
    if (result.state === 'checked') open.set(uri, result);
    else open.delete(uri);
    if (!restOnTheSame(before, open.get(uri))) changed.fire();
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    const checked = open.get(uri);
    open.delete(uri);
    const kept = checked === undefined ? null : await asOnDisk(checked);
    if (kept !== null && documents.get(uri) === undefined) {
      closed.set(uri, kept);
      for (const longest of [...closed.keys()].slice(0, -MOST_CLOSED)) closed.delete(longest);
    }
    changed.fire();
  });

  return {
    async drafts(token) {
      await checkOpen(checks, documents, token);
      for (const [uri, draft] of closed) if (!(await isUnchanged(draft))) closed.delete(uri);
      return [...open.values(), ...[...closed.values()].map(({ checked }) => checked)];
    },
    onDidChange: changed.event,
  };
}

/** Whether two checks show the same on other surfaces: where the claims are, and on what they rest. */
function restOnTheSame(one: Checked | undefined, other: Checked | undefined): boolean {
  const [before, after] = [restingOf(one), restingOf(other)];
  return before.length === after.length && before.every((finding, at) => isLike(finding, after[at]));
}

/** The findings that rest on articles. */
function restingOf(checked: Checked | undefined): readonly Finding[] {
  return (checked?.findings ?? []).filter(({ evidence }) => evidence.length > 0);
}

function isLike(one: Finding, other: Finding | undefined): boolean {
  if (one === other) return true;
  if (other?.claim.start !== one.claim.start || other.evidence.length !== one.evidence.length) return false;
  return one.evidence.every(({ article, start, agrees }, at) => {
    const same = other.evidence[at];
    return same?.article === article && same.start === start && same.agrees === agrees;
  });
}

/** Checks every open document; one that cannot be checked, or changes meanwhile, is left as it was. */
async function checkOpen(
  checks: Checks,
  documents: Session['documents'],
  token: CancellationToken,
): Promise<void> {
  await Promise.allSettled(documents.all().map((document) => checks.of(document, token)));
}

/** The closed draft, if its file holds what was checked. */
async function asOnDisk(checked: Checked): Promise<Closed | null> {
  const path = toPath(checked.document.uri);
  if (path === null) return null;
  try {
    const [text, { mtimeMs, size }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    if (text !== checked.document.getText()) return null;
    return { checked, path, modified: mtimeMs, size };
  } catch {
    // The file is gone, so the draft is.
    return null;
  }
}

/** Whether neither the draft nor the articles are others than when it was checked. */
async function isUnchanged({ checked, path, modified, size }: Closed): Promise<boolean> {
  if (!hasSameArticles(checked)) return false;
  return stat(path).then(
    (now) => now.mtimeMs === modified && now.size === size,
    () => false,
  );
}

function hasSameArticles({ index, revision }: Checked): boolean {
  try {
    return index.revision === revision;
  } catch {
    // An index that was closed, since another takes its place, never tells again.
    return false;
  }
}

/** The uses of an article in `drafts`, in the order of its passages. */
export function usesOf(
  { id, path }: Pick<Article, 'id' | 'path'>,
  drafts: readonly Checked[],
): readonly Use[] {
  return drafts
    .flatMap((checked) =>
      statementsOf(checked.findings).flatMap((finding) =>
        finding.evidence
          .filter((evidence) => evidence.article === id && evidence.path === path)
          .map((evidence) => ({ checked, finding, evidence })),
      ),
    )
    .toSorted((a, b) => a.evidence.start - b.evidence.start);
}
