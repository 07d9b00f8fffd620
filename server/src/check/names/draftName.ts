/** A name of a draft as the checks of names see it. */

import type { Name } from '../../claims/name.ts';
import type { NameAnswer } from '../../corpus/index/nameCorpus.ts';
import type { Sentence } from '../../text/sentences.ts';

/** A name of the draft, where it stands, and what the articles know of it. */
export interface DraftName {
  readonly name: Name;
  readonly sentence: Sentence;
  readonly answer: NameAnswer;
}
