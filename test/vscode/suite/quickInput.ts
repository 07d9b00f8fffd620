/** Quick input: answers what asks for input as somebody would who takes all that is proposed. */

import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Presses Enter in whatever asks for input until `work` is done, as somebody who takes all that is proposed. */
export async function acceptUntil<T>(work: Thenable<T>): Promise<T> {
  let isDone = false;
  const done = Promise.resolve(work).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([done, setTimeout(BETWEEN_KEYS_MS)]);
  }
  return done;
}

/** No event tells that something asks for input. Pressing on without a pause keeps the editor from ever asking. */
const BETWEEN_KEYS_MS = 20;
