/** sign-off-outdated: a person verified the claim by hand, and its sentence or its source has changed since. */

import type { SignOff } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import type { Rule } from './rule.ts';

export const signOffOutdated: Rule = {
  code: 'sign-off-outdated',
  severity: 'information',
  title: 'What was verified by hand has changed',
  explanation: `A person verified the claim by hand, and since then its sentence was edited, a passage that the person
was shown has changed or is gone, or an article that says otherwise has come. The message says which, and what the
articles say now. Verify the claim again or remove the sign-off; both are quick fixes. A claim that the articles bear
out by now stays quiet.

Decisions lie in \`.corroborate/ledger.jsonl\`, see [signing off](../sign-off.md).`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The Pentagon said about 750 soldiers would deploy to Kuwait within days.
\`\`\`

\`\`\`ledger
{"version":1,"action":"verify","id":"0123456789abcdef","draft":"draft.md","kind":"figure","claim":"850","occurrence":1,"sentence":"The Pentagon said 850 soldiers would deploy to Kuwait.","verdict":"refuted","code":"figure-mismatch","reason":"Confirmed by the press office","person":"Ann Reyes","date":"2020-01-04T10:00:00+01:00","passages":[],"replaces":null}
\`\`\`

\`\`\`draft
The Pentagon said on Friday that 850 soldiers would deploy to Kuwait.
                                 ^^^ sign-off-outdated "Verified by hand by Ann Reyes on 4 January 2020" => "750"
\`\`\``,
};

/** `change` says what changed, as the end of a sentence; `now` is what the articles say, as its own sentence. */
export function signOffOutdatedMessage(signOff: SignOff, change: string, now: string): string {
  return `${signedOffBy(signOff)}; ${change}. ${now}`;
}

/** Who verified a claim and when, the same on every surface: `Verified by hand by Ann Reyes on 4 January 2020`. */
export function signedOffBy({ person, date }: Pick<SignOff, 'person' | 'date'>): string {
  return `Verified by hand by ${person} on ${longDate(date)}`;
}
