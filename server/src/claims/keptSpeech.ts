/** Kept speech: what was read of the quotations and names of a draft, for when its next version is read. */

import { createKeptReports, type KeptReports } from './attribution.ts';
import { createKeptWording, type KeptWording } from './people.ts';
import { createKeptQuotations, type KeptQuotations } from './quotationMarks.ts';
import { createKeptSources, type KeptSources } from './speech.ts';

/** What is kept of one draft. It changes the cost of reading and nothing else. */
export interface KeptSpeech {
  readonly quotations: KeptQuotations;
  readonly sources: KeptSources;
  readonly names: KeptWording;
  readonly reports: KeptReports['reports'];
}

/** Keeps nothing yet. */
export function createKeptSpeech(): KeptSpeech {
  return {
    quotations: createKeptQuotations(),
    sources: createKeptSources(),
    names: createKeptWording(),
    reports: createKeptReports(),
  };
}

/** What `read` gives for `text`, with what was kept of the version before at hand. */
export function readingAnew<Value>(kept: KeptSpeech, text: string, read: () => Value): Value {
  const carriers = [kept.quotations, kept.sources.after, kept.sources.before];
  for (const each of carriers) each.begin(text);
  const value = read();
  for (const each of carriers) each.end();
  return value;
}
