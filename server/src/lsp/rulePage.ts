/** Where the page about a code stands: where the client says, else in the repository. */

import type { Code } from '../rules/codes.ts';
import { CODE_PLACEHOLDER } from './protocol.ts';

export type RulePage = (code: Code) => string;

const IN_REPOSITORY = `https://github.com/corroborate/corroborate/blob/main/docs/rules/${CODE_PLACEHOLDER}.md`;

/** The URI of a code's page. `template` is the client's, with `{code}` for the code. */
export function rulePages(template: string | undefined): RulePage {
  return (code) => (template ?? IN_REPOSITORY).replaceAll(CODE_PLACEHOLDER, code);
}
