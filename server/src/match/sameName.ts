/** Same name: whether two ways of writing a name can mean one person or body. */

/** How two names stand to each other. `similar` is one misspelt against the other, or so it looks. */
export type NameMatch = 'same' | 'similar' | 'different';

/**
 * Compares two names by their lower-case words (`["mike", "pompeo"]`). A family name alone, a name without its middle
 * words, initials for given names, a family in the plural (`the Clintons`) and the initials of a body (`pmf`) all count
 * as the same.
 */
export function compareNames(a: readonly string[], b: readonly string[]): NameMatch {
  const left = withoutParticles(a);
  const right = withoutParticles(b);
  const lastLeft = left[left.length - 1];
  const lastRight = right[right.length - 1];
  if (lastLeft === undefined || lastRight === undefined) return 'different';
  if (isInitialsOf(left, right) || isInitialsOf(right, left)) return 'same';
  if (isWithin(left, right) || isWithin(right, left)) return 'same';
  if (
    (lastLeft === `${lastRight}s` || lastRight === `${lastLeft}s`) &&
    (left.length === 1 || right.length === 1)
  )
    return 'same';
  if (lastLeft === lastRight && givenNamesAgree(left, right)) return 'same';
  return looksLike(left, right) ? 'similar' : 'different';
}

const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'the',
  'de',
  'van',
  'von',
  'bin',
  'ibn',
  'jr',
  'sr',
  'of',
]);

function withoutParticles(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !PARTICLES.has(word));
  return kept.length === 0 ? words : kept;
}

/** `Abdul Mahdi` within `Adel Abdul Mahdi`: the words in the same order, the last word among them. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false;
  let at = 0;
  for (const word of long) {
    if (word === short[at]) at += 1;
  }
  return at === short.length;
}

function givenNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const first = a[0];
  const second = b[0];
  if (a.length === 1 || b.length === 1 || first === undefined || second === undefined) return true;
  if (first.charAt(0) !== second.charAt(0)) return false;
  // `J. Smith` and `John Smith`; `Mike` and `Michael`: a short form keeps the first letters.
  return first.length === 1 || second.length === 1 || first.slice(0, 2) === second.slice(0, 2);
}

function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
  const only = short[0];
  if (short.length !== 1 || only === undefined || long.length < 2 || only.length < 2) return false;
  return only === long.map((word) => word.charAt(0)).join('');
}

/** Shortest word whose spelling is compared loosely; below it one letter more or less makes another name. */
const SHORTEST_LOOSE = 5;
/** The same for one letter beside a word that is the same in both names: `Una Brae` and `Una Bray`. */
const SHORTEST_BESIDE = 4;

/** All words equal or nearly so, and no more than two letters apart in all. */
function looksLike(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const tail = long.slice(long.length - short.length);
  const isBeside = short.some((word, index) => word === tail[index]);
  let apart = 0;
  for (const [index, word] of short.entries()) {
    const other = tail[index] ?? '';
    if (word === other) continue;
    const distance = editDistance(word, other, 2);
    const shortest = isBeside && distance === 1 ? SHORTEST_BESIDE : SHORTEST_LOOSE;
    if (Math.min(word.length, other.length) < shortest || distance > 2) return false;
    apart += distance;
  }
  return apart <= 2;
}

/**
 * Letters to insert, delete, change or swap with their neighbour to turn one word into the other (optimal string
 * alignment); `limit + 1` as soon as it must be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let bestBefore = 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      best = Math.min(best, cost);
    }
    // A swap reaches back over one row, so two rows must be beyond the limit.
    if (best > limit && bestBefore >= limit) return limit + 1;
    bestBefore = best;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? limit + 1, limit + 1);
}
