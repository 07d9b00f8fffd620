/** Sources of hits: what of a document is asked for with a hit, and read from it. */

import * as z from 'zod';

/** The fields that tell which article a document is. */
export const ID_FIELDS = ['id'];

const idSchema = z.object({ id: z.string() });

/** The id of the article whose document this is. Throws where it is none. */
export function articleIdOf(source: unknown): string {
  return idSchema.parse(source).id;
}
