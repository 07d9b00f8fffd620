/** Selection: the few highest of many scores, without sorting them all. */

/**
 * The indices of the `count` highest of `scores`, the highest first, equal ones in their order: what a stable sort
 * would put first. In random order a score is rarely among the highest so far, so this costs one comparison for each.
 */
export function highest(scores: ArrayLike<number>, count: number): number[] {
  if (count <= 0) return [];
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (best.length >= count) {
      if (!(score > least)) continue;
      best.pop();
    }
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    best.splice(at, 0, index);
    least = scores[best[best.length - 1] ?? 0] ?? 0;
  }
  return best;
}
