/** Options of a check: what the user may set, the same for every surface. */

import type { BibliographyFile } from '../cite/bibliography/bibliography.ts';
import type { IsoDate } from '../corpus/article.ts';
import type { Code } from '../rules/codes.ts';
import type { Severity } from './finding.ts';

export interface CheckOptions {
  /** Overrides of the rules' own severities. `off` reports nothing. */
  readonly severities: { readonly [code in Code]?: Severity | 'off' };
  /** The clock, passed in so that the same input gives the same output. Used for drafts without a date. */
  readonly today: IsoDate;
  /** The bibliographies that the draft can cite from, as read for this check. Without them no key is unknown. */
  readonly bibliographies?: readonly BibliographyFile[];
}
