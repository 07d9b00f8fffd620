/** Which findings are reported: those with a code and a severity. The others only have a hover. */

import type { Finding, Severity } from '../check/finding.ts';
import type { Code } from '../rules/codes.ts';

export type Reported = Finding & { readonly code: Code; readonly severity: Severity };

export function isReported(finding: Finding): finding is Reported {
  return finding.code !== null && finding.severity !== null;
}
