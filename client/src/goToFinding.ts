/** Moves the cursor to the next or previous finding of the shown draft and opens its hover or its quick fixes. */

import {
  commands,
  l10n,
  languages,
  type Position,
  type Range,
  Selection,
  type TextEditor,
  window,
} from 'vscode';
import { shownDraft } from './shownDraft.ts';

/** Goes to a finding and shows what the articles say. Round and round: after the last finding comes the first. */
export async function goToFinding(direction: 'next' | 'previous'): Promise<void> {
  await goTo((ranges, cursor) => neighbour(ranges, cursor, direction), 'editor.action.showHover');
}

/** Opens the quick fixes of the finding under the cursor, else of the next one. */
export async function fixFinding(): Promise<void> {
  const here = (ranges: readonly Range[], cursor: Position) =>
    ranges.find((range) => range.contains(cursor)) ?? neighbour(ranges, cursor, 'next');
  await goTo(here, 'editor.action.quickFix');
}

async function goTo(
  choose: (ranges: readonly Range[], cursor: Position) => Range | undefined,
  command: string,
): Promise<void> {
  const shown = shownDraft();
  if (shown === undefined) return;
  const target = choose(findingRanges(shown), shown.selection.active);
  if (target === undefined) {
    window.setStatusBarMessage(l10n.t('Corroborate: no findings in this draft'), STATUS_SHOWN_FOR);
    return;
  }
  // The draft may stand beside the walkthrough that holds the focus.
  const editor = await window.showTextDocument(shown.document, shown.viewColumn);
  editor.selection = new Selection(target.start, target.start);
  editor.revealRange(target);
  await commands.executeCommand(command);
}

function findingRanges({ document }: TextEditor): readonly Range[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'corroborate')
    .map(({ range }) => range)
    .sort((a, b) => a.start.compareTo(b.start));
}

function neighbour(
  ranges: readonly Range[],
  cursor: Position,
  direction: 'next' | 'previous',
): Range | undefined {
  switch (direction) {
    case 'next':
      return ranges.find(({ start }) => start.isAfter(cursor)) ?? ranges[0];
    case 'previous':
      return ranges.findLast(({ start }) => start.isBefore(cursor)) ?? ranges.at(-1);
  }
}

/** Milliseconds. */
const STATUS_SHOWN_FOR = 4000;
