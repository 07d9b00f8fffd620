/** The signer: the person at this machine as git knows them, and the time on their clock. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Milliseconds. Git answers within a few; one that hangs must not keep the writer waiting. */
const PATIENCE = 2000;

/** `Ann Reyes <ann@example.org>` by the git configuration that holds in `folder`; null where git knows no name. */
export async function gitPerson(folder: string): Promise<string | null> {
  const [name, address] = await Promise.all([
    gitSetting('user.name', folder),
    gitSetting('user.email', folder),
  ]);
  if (name === null) return address;
  return address === null ? name : `${name} <${address}>`;
}

/** One setting, or null where it is not set or there is no git. */
async function gitSetting(key: string, cwd: string): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['config', '--get', key], {
      cwd,
      timeout: PATIENCE,
      windowsHide: true,
    });
    const value = stdout.trim();
    return value === '' ? null : value;
  } catch {
    return null;
  }
}

/** The time as ledgers write it: to the second, with the offset of the local time zone, `2020-01-04T10:00:00+01:00`. */
export function localTime(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * MINUTE)
    .toISOString()
    .slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** Milliseconds. */
const MINUTE = 60_000;
