/** Incomplete articles: what may be said while some of them are not looked into yet. */

import type { Finding } from './finding.ts';

/**
 * The finding as it stands while articles are missing from the index. What they support is supported whatever else comes;
 * what they refute or do not have, an article that is still to come may bear out, so nothing is reported of it.
 */
export function whileIncomplete(finding: Finding): Finding {
  if (finding.verdict === 'supported') return finding;
  return {
    ...finding,
    verdict: 'not-enough-evidence',
    code: null,
    severity: null,
    message: NOT_ALL_READ,
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
  };
}

const NOT_ALL_READ = 'Not all articles are read yet.';
