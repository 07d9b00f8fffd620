/** Cache sizes: how much room a cache counts for what it keeps. */

/** The length of a list or text; 1 for an empty one, since `lru-cache` takes no size of 0. */
export function sizeOf({ length }: { readonly length: number }): number {
  return Math.max(1, length);
}
