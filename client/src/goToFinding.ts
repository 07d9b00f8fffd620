/** Moves the cursor to the next or previous finding of the shown draft and opens its hover. */

import { commands, languages, Selection, window } from 'vscode';

/** Round and round: after the last finding comes the first. */
export async function goToFinding(direction: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const ranges = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === 'corroborate')
    .map(({ range }) => range)
    .sort((a, b) => a.start.compareTo(b.start));
  const cursor = editor.selection.active;
  const target =
    direction === 'next'
      ? (ranges.find(({ start }) => start.isAfter(cursor)) ?? ranges[0])
      : (ranges.findLast(({ start }) => start.isBefore(cursor)) ?? ranges.at(-1));
  if (target === undefined) {
    window.setStatusBarMessage('Corroborate: no findings in this draft', STATUS_SHOWN_FOR);
    return;
  }
  editor.selection = new Selection(target.start, target.start);
  editor.revealRange(target);
  await commands.executeCommand('editor.action.showHover');
}

/** Milliseconds. */
const STATUS_SHOWN_FOR = 4000;
