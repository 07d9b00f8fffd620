/** Commands that stand behind actions, lenses and completions in any editor: one handler, told apart by their names. */

import type { CancellationToken } from 'vscode-languageserver';
import { openSource } from './articles.ts';
import { addReference, citeDraft } from './citeCommands.ts';
import { ADD_REFERENCE_COMMAND, CITE_DRAFT_COMMAND, OPEN_SOURCE_COMMAND } from './protocol.ts';
import type { Session } from './session.ts';

export function registerCommands(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    await run(session, command, given, token);
    return null;
  });
}

async function run(
  session: Session,
  command: string,
  given: unknown,
  token: CancellationToken,
): Promise<void> {
  switch (command) {
    case OPEN_SOURCE_COMMAND:
      return openSource(session, given);
    case CITE_DRAFT_COMMAND:
      return citeDraft(session, given, token);
    case ADD_REFERENCE_COMMAND:
      return addReference(session, given, token);
  }
}
