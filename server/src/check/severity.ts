/** Severity: how loud a code is for this user. */

import type { Code } from '../rules/codes.ts';
import { ruleOf } from '../rules/index.ts';
import type { Severity } from './finding.ts';
import type { CheckOptions } from './options.ts';

/** The user's setting, else the rule's own severity; null reports nothing. */
export function severityOf(code: Code, options: CheckOptions): Severity | null {
  const set = options.severities[code];
  if (set === 'off') return null;
  return set ?? ruleOf(code)?.severity ?? null;
}
