/** Shapes: reads what an archive sends as what it has to be. */

import type * as z from 'zod';
import { ArchiveError } from './archiveError.ts';

/** The value as the schema has it. Throws `ArchiveError` where it is something else: another program may answer. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ArchiveError('unreachable', 'it answers in a way that is not understood', {
    cause: parsed.error,
  });
}
