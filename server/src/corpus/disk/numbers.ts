/** Numbers: ascending lists and records as bytes, each number in as few as it needs (LEB128). */

/** Bytes that grow at their end. */
export class NumberWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** Appends a whole number from 0 to 2³² − 1. */
  push(value: number): void {
    if (this.#length + LONGEST > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Appends bytes as they are. */
  append(bytes: Uint8Array): void {
    while (this.#length + bytes.length > this.#bytes.length) this.#grow();
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of what was written so far. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Bytes that one number takes at most. */
const LONGEST = 5;

/** Bytes read number by number. Reading beyond the end gives zeros; see `isAtEnd`. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Index of the byte that is read next. */
  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }
}

/** The bytes of an ascending list: the first number, then the distance of each from the one before. */
export function encodeAscending(numbers: ArrayLike<number>, writer: NumberWriter): Uint8Array {
  writer.clear();
  let before = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    writer.push(number - before);
    before = number;
  }
  return writer.bytes();
}

/**
 * Appends the ascending list of `bytes`, moved on by `shift`, behind the number `before`: of its bytes only those of its
 * first number change. Returns its last number, moved on.
 */
export function appendAscending(
  bytes: Uint8Array,
  shift: number,
  before: number,
  writer: NumberWriter,
): number {
  const reader = new NumberReader(bytes);
  const first = reader.next() + shift;
  writer.push(first - before);
  const rest = bytes.subarray(reader.at);
  writer.append(rest);
  return first + sumOf(rest);
}

/** The sum of all numbers that the bytes hold. */
function sumOf(bytes: Uint8Array): number {
  let [sum, number, shift] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    number |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    sum += number >>> 0;
    [number, shift] = [0, 0];
  }
  return sum;
}

/**
 * Reads an ascending list of numbers below `end` into a new array. Null when the bytes are no such list, which tells
 * that somebody else wrote them.
 */
export function decodeAscending(bytes: Uint8Array, end: number): Uint32Array | null {
  const numbers = new Uint32Array(numbersIn(bytes));
  let number = 0;
  let at = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    let byte = bytes[at++] ?? 0;
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && at < bytes.length; shift += 7) {
      byte = bytes[at++] ?? 0;
      distance |= (byte & 0x7f) << shift;
    }
    number += distance >>> 0;
    numbers[index] = number;
  }
  return number < end || numbers.length === 0 ? numbers : null;
}

/**
 * Which of the ascending `numbers`, moved on by `offset`, stand in the list that the bytes hold, read without an array for
 * it: a common word of a large corpus has millions of places.
 */
export function standingIn(numbers: Uint32Array, offset: number, bytes: Uint8Array): Uint32Array {
  const standing = new Uint32Array(numbers.length);
  let [count, number, at] = [0, 0, 0];
  for (const sought of numbers) {
    while (number < sought + offset || at === 0) {
      if (at >= bytes.length) return standing.slice(0, count);
      let byte = bytes[at++] ?? 0;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f && at < bytes.length; shift += 7) {
        byte = bytes[at++] ?? 0;
        distance |= (byte & 0x7f) << shift;
      }
      number += distance >>> 0;
    }
    if (number === sought + offset) standing[count++] = sought;
  }
  return standing.slice(0, count);
}

/** How many numbers the bytes hold: each ends with a byte below 128, and bytes that are cut off count as one. */
export function numbersIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) < 0x80) count += 1;
  return (bytes[bytes.length - 1] ?? 0) < 0x80 ? count : count + 1;
}
