/** How a claim stands for people: by verdict, with what is refuted and not to be reported apart. */

import type { Finding } from '../check/finding.ts';
import { isReported } from './reported.ts';
import type { Standing } from './viewProtocol.ts';

export function standingOf(finding: Finding): Standing {
  return finding.verdict === 'refuted' && !isReported(finding) ? 'ignored' : finding.verdict;
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
    case 'ignored':
      return 'Ignored';
  }
}
