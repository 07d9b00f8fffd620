/** Kept speech: what was read of the quotations, reports and names of a draft, for when its next version is read. */

import { createKeptReports, type KeptReports } from './attribution.ts';
import { createKeptQuotes } from './carriedQuotes.ts';
import type { KeptReading } from './markedQuotes.ts';
import { createKeptWording } from './mentions.ts';

/** What is kept of one draft. It changes the cost of reading and nothing else. */
export interface KeptSpeech extends KeptReading, KeptReports {}

/** Keeps nothing yet. */
export function createKeptSpeech(): KeptSpeech {
  return { quotes: createKeptQuotes(), names: createKeptWording(), reports: createKeptReports() };
}
