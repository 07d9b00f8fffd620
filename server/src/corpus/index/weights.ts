/** Weights: how much a term tells, from how often it occurs. */

/**
 * Inverse document frequency over sentences, `ln(1 + n / (f + 0.5))`; positive for every term.
 * The form is that of BM25 as Lucene computes it (Robertson & Zaragoza 2009), without the subtraction.
 */
export function inverseFrequency(frequency: number, sentences: number): number {
  return Math.log(1 + sentences / (frequency + 0.5));
}
