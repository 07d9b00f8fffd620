/** Where the page about a code stands: where the client says, else in the repository. */

import type { Code } from '../rules/codes.ts';
import { publishedRulePage } from '../rules/rulePage.ts';
import { CODE_PLACEHOLDER } from './protocol.ts';

export type RulePage = (code: Code) => string;

/** The URI of a code's page. `template` is the client's, with `{code}` for the code. */
export function rulePages(template: string | undefined): RulePage {
  if (template === undefined) return publishedRulePage;
  return (code) => template.replaceAll(CODE_PLACEHOLDER, code);
}
