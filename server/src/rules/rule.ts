/** Rules: what a code means, how loud it is and an example that is run as a test. */

import type { Severity } from '../check/finding.ts';
import type { Code } from './codes.ts';

/** Everything said about one code. The documentation page and the settings are made from it. */
export interface Rule {
  readonly code: Code;
  /** What the user sees by default; null reports nothing unless the user turns it on. */
  readonly severity: Severity | null;
  /** One line, sentence case, no full stop. */
  readonly title: string;
  /** Markdown: what is reported, why, and when it stays quiet. */
  readonly explanation: string;
  /** A literate suite: `article` and `draft` blocks, see test/spec/README.md. Shown on the page and run as a test. */
  readonly example: string;
}
