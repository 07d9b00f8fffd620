/** Number lists: lists that grow by turns while a segment is gathered, kept in few arrays however many there are. */

/** Numbers from 0 to 2³² − 1 that grow at their end. */
export class Numbers {
  #numbers = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** Those from index `from` to before `to`, to be read before the next is pushed. */
  read(from = 0, to: number = this.#length): Uint32Array {
    return this.#numbers.subarray(from, to);
  }

  #grow(): void {
    const larger = new Uint32Array(this.#numbers.length * 2);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

/**
 * Lists by their numbers, from 0. A segment has millions of places under thousands of words: they are written down in the
 * order in which they come and sorted by their lists at last, so that the collector never sees a list that grows.
 */
export class NumberLists {
  readonly #numbers = new Numbers();
  readonly #lists = new Numbers();

  /** Puts a number at the end of a list. */
  push(list: number, number: number): void {
    this.#numbers.push(number);
    this.#lists.push(list);
  }

  /** The first `count` lists, which are all. */
  read(count: number): readonly Uint32Array[] {
    const [numbers, lists] = [this.#numbers.read(), this.#lists.read()];
    const ends = new Uint32Array(count + 1);
    for (const list of lists) ends[list + 1] = (ends[list + 1] ?? 0) + 1;
    for (let list = 1; list <= count; list += 1) ends[list] = (ends[list] ?? 0) + (ends[list - 1] ?? 0);
    const starts = ends.slice();
    const sorted = new Uint32Array(numbers.length);
    for (let at = 0; at < lists.length; at += 1) {
      const list = lists[at] ?? 0;
      const place = starts[list] ?? 0;
      sorted[place] = numbers[at] ?? 0;
      starts[list] = place + 1;
    }
    return Array.from({ length: count }, (_, list) => sorted.subarray(ends[list], ends[list + 1]));
  }
}

/** Lists by their keys, which are those of `keys` in order. */
export function byKey(
  keys: Iterable<string>,
  lists: readonly Uint32Array[],
): ReadonlyMap<string, Uint32Array> {
  const keyed = new Map<string, Uint32Array>();
  let at = 0;
  for (const key of keys) {
    const list = lists[at++];
    if (list !== undefined) keyed.set(key, list);
  }
  return keyed;
}
