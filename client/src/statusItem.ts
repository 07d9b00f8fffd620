/** The language status item: what the check of the shown draft found, in one line. */

import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import { plainLine } from '../../server/src/lsp/plainLine.ts';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { DRAFT_LANGUAGES } from './draftLanguages.ts';
import type { DraftStatuses } from './statuses.ts';

export function createStatusItem(statuses: DraftStatuses): Disposable {
  const item = languages.createLanguageStatusItem(
    'corroborate.status',
    DRAFT_LANGUAGES.map((language) => ({ language })),
  );
  item.name = 'Corroborate';
  const update = (): void => {
    const editor = window.activeTextEditor;
    const status = editor === undefined ? undefined : statuses.of(editor.document.uri);
    if (status === undefined) showWaiting(item);
    else show(item, status);
  };
  update();
  return Disposable.from(item, statuses.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

function showWaiting(item: LanguageStatusItem): void {
  item.text = l10n.t('Reading the articles');
  item.busy = true;
  item.detail = '';
  item.severity = LanguageStatusSeverity.Information;
  item.command = undefined;
}

function show(item: LanguageStatusItem, status: StatusParams): void {
  item.busy = false;
  item.text = plainLine(status.text);
  item.detail = plainLine(status.detail);
  item.severity = severityOf(status);
  item.command = commandOf(status);
}

function severityOf({ state, counts }: StatusParams): LanguageStatusSeverity {
  if (state === 'problem') return LanguageStatusSeverity.Error;
  return (counts?.refuted ?? 0) > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

function commandOf({ state }: StatusParams): LanguageStatusItem['command'] {
  switch (state) {
    case 'checked':
      return { title: l10n.t('Check Again'), command: 'corroborate.checkDraft' };
    case 'article':
      return undefined;
    case 'off':
    case 'no-articles':
      return {
        title: l10n.t('Settings'),
        command: 'workbench.action.openSettings',
        arguments: ['@ext:corroborate.corroborate'],
      };
    case 'problem':
      return { title: l10n.t('Show Output'), command: 'corroborate.showOutput' };
  }
}
