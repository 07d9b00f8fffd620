/** How a claim stands for people: by verdict, with what was verified by hand and what is not to be reported apart. */

import type { Finding } from '../check/finding.ts';
import { isReported } from './reported.ts';
import type { Standing } from './viewProtocol.ts';

export function standingOf(finding: Finding): Standing {
  if (isVerified(finding)) return 'verified';
  return finding.verdict === 'refuted' && !isReported(finding) ? 'ignored' : finding.verdict;
}

/** Whether a person stands for a claim that the articles do not bear out, and nothing changed since. */
export function isVerified({ verdict, signedOff }: Finding): boolean {
  return verdict !== 'supported' && signedOff?.change === null;
}

/** The standing as readers see it. */
export function standingLabel(standing: Standing): string {
  switch (standing) {
    case 'supported':
      return 'Supported';
    case 'refuted':
      return 'Refuted';
    case 'conflicting-evidence':
      return 'Articles disagree';
    case 'not-enough-evidence':
      return 'Not found';
    case 'verified':
      return 'Verified by hand';
    case 'ignored':
      return 'Ignored';
  }
}
