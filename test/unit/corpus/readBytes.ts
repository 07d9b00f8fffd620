/** Reads bytes in memory as the product reads a file of that name. */

import { READ_LIMITS } from '../../../server/src/corpus/readers/limits.ts';
import { type Reading, type ReadLimits, Unreadable } from '../../../server/src/corpus/readers/reader.ts';
import { readerFor } from '../../../server/src/corpus/readers/readers.ts';
import { memorySource } from '../../../server/src/corpus/readers/source.ts';

/** All readings of the bytes; what ends the reading is the last. Rejects only with what no reader may reject with. */
export async function readBytes(
  name: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<readonly Reading[]> {
  const reader = readerFor(name);
  if (reader === null || reader === 'unknown')
    return [{ kind: 'unreadable', member: null, reason: 'files of this format are not read' }];
  const context = { signal: new AbortController().signal, limits: { ...READ_LIMITS, ...limits } };
  const readings: Reading[] = [];
  try {
    for await (const reading of reader.read(memorySource(name, bytes), context)) readings.push(reading);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    readings.push({ kind: 'unreadable', member: null, reason: error.message });
  }
  return readings;
}
