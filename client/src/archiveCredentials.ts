/** Credentials of the archive: kept in the editor's secret storage, for one address, and handed to the server alone. */

import { commands, type Disposable, type ExtensionContext, l10n, window, workspace } from 'vscode';
import * as z from 'zod';
import {
  PASSWORD_VARIABLE,
  TOKEN_VARIABLE,
  USER_VARIABLE,
} from '../../server/src/corpus/archive/credentials.ts';

/** What a server that is started is given. */
export interface ArchiveCredentials {
  /** Variables of its environment; `refresh` changes what they hold. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes them those of the address that is set now. Resolves with whether anything changed. */
  refresh(): Promise<boolean>;
}

const SETTING = 'archive.url';

/** None before the first `refresh`. What the environment of the editor says comes before what is stored. */
export function createArchiveCredentials({ secrets }: Pick<ExtensionContext, 'secrets'>): ArchiveCredentials {
  const environment: Record<string, string> = {};
  return {
    environment,
    async refresh() {
      const before = JSON.stringify(environment);
      const key = secretKey();
      const stored = key === null || isInEnvironment() ? undefined : await secrets.get(key);
      for (const name of [USER_VARIABLE, PASSWORD_VARIABLE]) delete environment[name];
      const separator = stored?.indexOf('\n') ?? -1;
      if (stored !== undefined && separator > 0) {
        environment[USER_VARIABLE] = stored.slice(0, separator);
        environment[PASSWORD_VARIABLE] = stored.slice(separator + 1);
      }
      return JSON.stringify(environment) !== before;
    },
  };
}

/**
 * The command that asks for credentials, unless an extension that runs it brings them; `changed` is called when the server
 * has to be told of others.
 */
export function registerArchiveCredentials(
  { secrets }: Pick<ExtensionContext, 'secrets'>,
  changed: () => unknown,
): readonly Disposable[] {
  return [
    commands.registerCommand('corroborate.setArchiveCredentials', async (given: unknown) => {
      const key = secretKey();
      if (key === null) {
        void window.showInformationMessage(
          l10n.t('No archive is set. Its address stands in the setting “corroborate.archive.url”.'),
        );
        return;
      }
      const asked = givenCredentials(given) ?? (await askFor());
      if (asked === null) return;
      if (asked === '') await secrets.delete(key);
      else await secrets.store(key, asked);
      changed();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`corroborate.${SETTING}`)) changed();
    }),
  ];
}

const credentialsSchema = z.object({ user: z.string(), password: z.string() });

/** As `askFor` resolves with them; null where none were given. */
function givenCredentials(given: unknown): string | null {
  const { success, data } = credentialsSchema.safeParse(given);
  return success ? secretOf(data.user, data.password) : null;
}

/** User name and password with a line break between them; empty without a name. */
function secretOf(user: string, password: string): string {
  return user.trim() === '' ? '' : `${user.trim()}\n${password}`;
}

/** What is to be kept, as `secretOf` has it; empty to forget it, null when the user gave up. */
async function askFor(): Promise<string | null> {
  const user = await window.showInputBox({
    title: l10n.t('Archive Credentials'),
    prompt: l10n.t('User name for the archive; leave it empty to forget the stored one'),
    ignoreFocusOut: true,
  });
  if (user === undefined) return null;
  if (user.trim() === '') return '';
  const password = await window.showInputBox({
    title: l10n.t('Archive Credentials'),
    prompt: l10n.t('Password of {0}', user.trim()),
    password: true,
    ignoreFocusOut: true,
  });
  return password === undefined ? null : secretOf(user, password);
}

/** The key of the secret of the archive that is set: credentials are never sent to another address. Null for none. */
function secretKey(): string | null {
  const written = workspace.getConfiguration('corroborate').get(SETTING, '');
  const origins = written
    .split(',')
    .map((part) => URL.parse(part.trim())?.origin ?? '')
    .filter((origin) => origin !== '');
  return origins.length === 0 ? null : `corroborate.archive ${origins.join(' ')}`;
}

function isInEnvironment(): boolean {
  return [USER_VARIABLE, TOKEN_VARIABLE].some((name) => (process.env[name] ?? '') !== '');
}
