/** Tells the walkthrough when the writer has fixed an error in the sample report. */

import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { sampleReport } from './openSample.ts';
import type { DraftStatuses } from './statuses.ts';

/** Sets the context key `corroborate.sampleFixed` once fewer claims of the sample are refuted than before. */
export function trackSampleProgress(context: ExtensionContext, statuses: DraftStatuses): Disposable {
  let most = 0;
  return statuses.onDidChange(() => {
    const refuted = statuses.of(sampleReport(context))?.counts?.refuted;
    if (refuted === undefined) return;
    if (refuted < most) void commands.executeCommand('setContext', 'corroborate.sampleFixed', true);
    most = Math.max(most, refuted);
  });
}
