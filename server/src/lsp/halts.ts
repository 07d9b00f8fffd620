/** Halts: why the rest of the articles is not being read, and what to do about it, in words for the user. */

import type { UnusableIndex } from '../corpus/disk/database.ts';

/** The user did not want to wait. */
export const STOPPED =
  'Reading was stopped. It goes on when the draft is checked again or an article changes.';

/** What reads the articles was replaced by another version, so that no index of ours is of use to it. */
export const REPLACED =
  'Not all articles could be indexed: Corroborate was updated meanwhile. Restart it to have them read.';

/** Articles whose index in `folder`, an absolute path, cannot be used. */
export function keptInMemory(folder: string, problem: UnusableIndex): string {
  return `${notIn(folder, problem)} They are kept in memory.`;
}

/** Such articles of which `files` files have no room in memory. */
export function noRoom(files: number, folder: string, problem: UnusableIndex): string {
  const left = files === 1 ? '1 file has' : `${files.toLocaleString('en-US')} files have`;
  const kept = `${notIn(folder, problem)} They are kept in memory, where ${left} no room.`;
  return problem.isEverywhere
    ? kept
    : `${kept} Make that folder writable, with room on its disk, to have them read.`;
}

/** An index that takes nothing more in. */
export function notIndexed({ message }: UnusableIndex): string {
  return `Not all articles could be indexed: ${message}. Drafts are checked against those that are.`;
}

function notIn(folder: string, { message }: UnusableIndex): string {
  return `The articles cannot be indexed in ${folder}: ${message}.`;
}
