/** Id order: which of two articles comes first by its id, told from their ranks without a look at most ids. */

import { numberAt, type SegmentPlaces } from './places.ts';
import type { ArticlePlace, Segments } from './segments.ts';

/**
 * Ranks between two whose ids are looked up. Those of a segment are some hundred then, which are kept, and of two articles
 * among 200,000 each one in 400 pairs is too close to tell: with a million articles the first check of a long draft looked
 * up 140,000 ids that lie anywhere in the database, an eighth of what it takes where nothing of it is in memory yet.
 */
const STEP = 256;

/** Compares two articles for `sort`, by the code units of their ids. */
export function byId(segments: Segments, a: ArticlePlace, b: ArticlePlace): number {
  if (a.segment === b.segment) return rankOf(segments, a) - rankOf(segments, b);
  const [one, other] = [boundsOf(segments, a), boundsOf(segments, b)];
  if (one.end !== null && one.end <= other.start) return -1;
  if (other.end !== null && other.end <= one.start) return 1;
  const [first, second] = [segments.idOf(a.number), segments.idOf(b.number)];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** Ids between which the id of an article lies, the start among them; null after which there is none. */
interface Bounds {
  readonly start: string;
  readonly end: string | null;
}

function boundsOf(segments: Segments, place: ArticlePlace): Bounds {
  const places = segments.placesOf(place.segment);
  const marks = marksOf(places);
  const mark = Math.floor(rankOf(segments, place) / STEP);
  // The id of an article that is gone is not known any more, and bounds nothing.
  const idAt = (at: number | undefined): string =>
    at === undefined ? '' : segments.idOf(numberAt(places, at));
  const end = idAt(marks[mark + 1]);
  return { start: idAt(marks[mark]), end: end === '' ? null : end };
}

function rankOf(segments: Segments, { segment, at }: ArticlePlace): number {
  return segments.placesOf(segment).ranks[at] ?? 0;
}

/** The articles of a segment whose rank is a multiple of the step, in this order. */
function marksOf(places: SegmentPlaces): Uint32Array {
  const known = marksKept.get(places);
  if (known !== undefined) return known;
  const marks = new Uint32Array(Math.ceil(places.ranks.length / STEP));
  for (const [at, rank] of places.ranks.entries()) if (rank % STEP === 0) marks[rank / STEP] = at;
  marksKept.set(places, marks);
  return marks;
}

/** By the places of a segment, for as long as these are kept. */
const marksKept = new WeakMap<SegmentPlaces, Uint32Array>();
