/** Opens the sample report in a copy of the writer's own, with the sample articles beside it. */

import { type ExtensionContext, l10n, Uri, ViewColumn, window, workspace } from 'vscode';

/** The copy of the sample report. */
export function sampleReport(context: ExtensionContext): Uri {
  return Uri.joinPath(context.globalStorageUri, 'sample', 'report.md');
}

/** Opens the copy; one that was worked on is kept unless the writer starts again. */
export async function openSample(context: ExtensionContext): Promise<void> {
  const report = sampleReport(context);
  const original = Uri.joinPath(context.extensionUri, 'docs', 'sample', 'report.md');
  if (!(await isWorkedOn(report, original)) || (await startsAgain())) {
    const articles = Uri.joinPath(report, '..', 'corpus');
    await workspace.fs.copy(Uri.joinPath(context.extensionUri, 'corpus'), articles, { overwrite: true });
    await workspace.fs.copy(original, report, { overwrite: true });
  }
  // Beside the walkthrough, so that both are seen.
  const viewColumn = window.activeTextEditor === undefined ? ViewColumn.Beside : ViewColumn.Active;
  await window.showTextDocument(report, { viewColumn, preview: false });
}

async function isWorkedOn(copy: Uri, original: Uri): Promise<boolean> {
  try {
    const [ours, theirs] = await Promise.all([workspace.fs.readFile(original), workspace.fs.readFile(copy)]);
    return !Buffer.from(ours).equals(theirs);
  } catch {
    // There is no copy yet.
    return false;
  }
}

async function startsAgain(): Promise<boolean> {
  const again = l10n.t('Start Again');
  const question = l10n.t('You have changed the sample report. Open it as you left it, or start again?');
  return (await window.showInformationMessage(question, again, l10n.t('Open Mine'))) === again;
}
