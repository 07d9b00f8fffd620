/** Which draft the views are about: the one last edited, also while its writer looks into an article. */

import { type Disposable, type Event, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import { isDraft } from './shownDraft.ts';
import type { DraftStatuses } from './statuses.ts';

export interface CurrentDraft extends Disposable {
  readonly document: TextDocument | undefined;
  readonly onDidChange: Event<void>;
}

/** Follows the active editor. Articles are documents like drafts; the status tells them apart. */
export function trackCurrentDraft(statuses: DraftStatuses): CurrentDraft {
  const changed = new EventEmitter<void>();
  let current: TextDocument | undefined;

  const isCandidate = (document: TextDocument): boolean => {
    const status = statuses.of(document.uri);
    return isDraft(document) && !document.isClosed && status !== undefined && status.state !== 'article';
  };
  const choose = (): TextDocument | undefined => {
    const active = window.activeTextEditor?.document;
    if (active !== undefined && isCandidate(active)) return active;
    if (current !== undefined && isCandidate(current)) return current;
    return window.visibleTextEditors.map(({ document }) => document).find(isCandidate);
  };
  const update = (): void => {
    const next = choose();
    if (next === current) return;
    current = next;
    changed.fire();
  };

  const subscriptions = [
    changed,
    statuses.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument(update),
  ];
  update();
  return {
    get document() {
      return current;
    },
    onDidChange: changed.event,
    dispose() {
      for (const each of subscriptions) each.dispose();
    },
  };
}
