/** Rule pages: where the page about a code is published. */

import type { Code } from './codes.ts';

/** The page in the repository. */
export function publishedRulePage(code: Code): string {
  return `https://github.com/corroborate/corroborate/blob/main/docs/rules/${code}.md`;
}
