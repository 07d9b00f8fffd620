/** Folds: which part of a data set an article belongs to, as scripts/train/train.py parts them. */

import { crc32 } from 'node:zlib';

export const FOLDS = 5;

/** 0 to `FOLDS` − 1; all drafts of one article are of one fold. */
export function foldOf(docId: string): number {
  return crc32(docId) % FOLDS;
}
