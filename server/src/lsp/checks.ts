/** Checks of open drafts: one for each state of draft, articles and settings, shared by every feature. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CancellationToken, CancellationTokenSource, Emitter, type Event } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Cancellation, CancelledError } from '../check/cancellation.ts';
import type { Finding } from '../check/finding.ts';
import { type CheckMemory, createCheckMemory } from '../check/memory.ts';
import { languageOf } from '../config/language.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import { sha256 } from '../ledger/digest.ts';
import type { Bibliographies, Citing } from './bibliographies.ts';
import { toPath } from './convert.ts';
import type { Corpora } from './corpora.ts';
import type { Corpus } from './corpus.ts';
import { EVENT_LOOP } from './eventLoop.ts';
import type { Ledgers } from './ledgers.ts';
import type { Settings, SettingsSource } from './settings.ts';

/** What a document is to us, and what its check found. `document` is the text that was checked and never changes. */
export type CheckResult =
  | {
      readonly state: 'checked';
      readonly document: TextDocument;
      readonly draft: Draft;
      readonly index: CorpusIndex;
      readonly revision: number;
      /** Why articles that are still to come are not being read; null while they are, or there are none. */
      readonly halt: string | null;
      readonly findings: readonly Finding[];
      /** How the draft is cited, as its check had it. */
      readonly citing: Citing;
    }
  | { readonly state: 'article' | 'off'; readonly document: TextDocument }
  | {
      readonly state: 'no-articles';
      readonly document: TextDocument;
      readonly index: CorpusIndex;
      readonly places: readonly string[];
    }
  | { readonly state: 'problem'; readonly document: TextDocument; readonly reason: string };

export type Checked = Extract<CheckResult, { state: 'checked' }>;

/** Rejected with when the draft, the articles or the settings changed before the check was over. */
export class SupersededError extends Error {
  constructor() {
    super('the draft changed while it was checked');
    this.name = 'SupersededError';
  }
}

export interface Checks {
  /**
   * The check of the document as it is now. Concurrent callers share one check, and it is kept until something
   * changes. Rejects with `SupersededError` when that happens first, with `CancelledError` when `token` is cancelled.
   */
  of(document: TextDocument, token: CancellationToken): Promise<CheckResult>;
  /** Drops what is known of a document, and cancels its check. */
  forget(uri: string): void;
  /** Fires once a check, when it is over. */
  readonly onDidCheck: Event<CheckResult>;
}

interface Running {
  readonly key: string;
  readonly source: CancellationTokenSource;
  readonly result: Promise<CheckResult>;
}

/** What a check depends on besides the draft; each has a generation that grows when it changes. */
export interface CheckInputs {
  readonly corpora: Corpora;
  readonly settings: SettingsSource;
  readonly ledgers: Pick<Ledgers, 'of' | 'generation'>;
  readonly bibliographies: Pick<Bibliographies, 'of' | 'generation'>;
  /** The day that relative dates of the draft are told from, as `2020-01-31`. */
  readonly today: () => string;
}

export function createChecks(inputs: CheckInputs): Checks {
  const { corpora, settings, ledgers, bibliographies } = inputs;
  const running = new Map<string, Running>();
  const memories = createMemories();
  const checked = new Emitter<CheckResult>();

  const run = async (document: TextDocument, token: CancellationToken): Promise<CheckResult> => {
    const result = await check({ ...inputs, document, memories, token }).catch((error: unknown) =>
      problemOf(document, error),
    );
    if (token.isCancellationRequested) throw new SupersededError();
    checked.fire(result);
    return result;
  };

  const start = (document: TextDocument, key: string): Running => {
    running.get(document.uri)?.source.cancel();
    const source = new CancellationTokenSource();
    const snapshot = TextDocument.create(
      document.uri,
      document.languageId,
      document.version,
      document.getText(),
    );
    const result = run(snapshot, source.token).catch((error: unknown) => {
      throw error instanceof CancelledError ? new SupersededError() : error;
    });
    const started = { key, source, result };
    running.set(document.uri, started);
    result.catch(() => {
      if (running.get(document.uri) === started) running.delete(document.uri);
    });
    return started;
  };

  return {
    of(document, token) {
      const key = `${document.version} ${document.languageId} ${corpora.generation} ${settings.generation} ${ledgers.generation} ${bibliographies.generation}`;
      const known = running.get(document.uri);
      const current = known?.key === key ? known : start(document, key);
      return abandonable(current.result, token);
    },
    forget(uri) {
      running.get(uri)?.source.cancel();
      running.delete(uri);
      memories.forget(uri);
    },
    onDidCheck: checked.event,
  };
}

/** What could not be checked, and why: an index that is replaced while it is asked fails at any place. */
function problemOf(document: TextDocument, error: unknown): CheckResult {
  if (error instanceof CancelledError || error instanceof SupersededError) throw error;
  return { state: 'problem', document, reason: error instanceof Error ? error.message : String(error) };
}

interface Work extends CheckInputs {
  readonly document: TextDocument;
  readonly memories: Memories;
  readonly token: CancellationToken;
}

async function check(work: Work): Promise<CheckResult> {
  const { document, corpora, settings, token } = work;
  const given = await settings.of(document.uri);
  if (!given.enable) return { state: 'off', document };
  if (given.problem !== null) return { state: 'problem', document, reason: given.problem };
  const corpus = await corpora.forDraft(document.uri);
  await corpus.ready();
  // Lets a newer version that has already arrived cancel this check before any work is done for it.
  await nextTurn();
  if (token.isCancellationRequested) throw new SupersededError();
  const { index, problem, halt } = corpus;
  if (problem !== null) return { state: 'problem', document, reason: problem };
  const path = toPath(document.uri);
  if (path !== null && corpus.holds(path)) return { state: 'article', document };
  if (index.size === 0 && index.pending === 0)
    return { state: 'no-articles', document, index, places: corpus.entries };
  return checkAgainst({ index, halt }, given, path, work);
}

/** Checks a draft that is to be checked, at `path` where it is a file, against articles that are ready. */
async function checkAgainst(
  { index, halt }: Pick<Corpus, 'index' | 'halt'>,
  given: Settings,
  path: string | null,
  { document, ledgers, bibliographies, today, memories, token }: Work,
): Promise<CheckResult> {
  const revision = index.revision;
  // The engine is the larger part of the server, and nothing before the first check needs it.
  const [{ readDraft }, { checkDraft }, { applyLedger }] = await Promise.all([
    import('../draft/readDraft.ts'),
    import('../check/checkDraft.ts'),
    import('../ledger/applyLedger.ts'),
  ]);
  const { uri, languageId } = document;
  const language = languageOf(uri, languageId, given.project?.config ?? null);
  const draft = readDraft(path ?? uri, language, document.getText());
  const citing = await bibliographies.of(draft, uri, given);
  const options = { severities: given.severities, today: today(), bibliographies: citing.files };
  try {
    const found = await checkDraft(draft, index, options, cancelledBy(token), memories.of(uri, index));
    const view = path === null ? null : await ledgers.of(path);
    const findings = await applyLedger(draft, found, view, { articles: index, options, digest: sha256 });
    return { state: 'checked', document, draft, index, revision, halt, findings, citing };
  } catch (error) {
    return problemOf(document, error);
  }
}

function cancelledBy(token: CancellationToken): Cancellation {
  return {
    get isCancellationRequested() {
      return token.isCancellationRequested;
    },
    eventLoop: EVENT_LOOP,
  };
}

/** What earlier checks of the open drafts found. A draft whose articles are others now starts anew. */
interface Memories {
  of(uri: string, index: CorpusIndex): CheckMemory;
  forget(uri: string): void;
}

function createMemories(): Memories {
  const kept = new Map<string, { readonly index: CorpusIndex; readonly memory: CheckMemory }>();
  return {
    of(uri, index) {
      const known = kept.get(uri);
      if (known?.index === index) return known.memory;
      const memory = createCheckMemory();
      kept.set(uri, { index, memory });
      return memory;
    },
    forget(uri) {
      kept.delete(uri);
    },
  };
}

/** The promise, or a rejection with `CancelledError` as soon as the token is cancelled; the work itself goes on. */
function abandonable<T>(promise: Promise<T>, token: CancellationToken): Promise<T> {
  if (token.isCancellationRequested) return Promise.reject(new CancelledError());
  return new Promise<T>((resolve, reject) => {
    const listener = token.onCancellationRequested(() => reject(new CancelledError()));
    promise.then(resolve, reject).finally(() => listener.dispose());
  });
}
