/** The tool `check_text`: every figure, date, quote and name of a text, and what the articles say of it. */

import * as z from 'zod';
import { checkDraft } from '../check/checkDraft.ts';
import type { Finding, Verdict } from '../check/finding.ts';
import { isStatement } from '../claims/claim.ts';
import { DRAFT_LANGUAGES } from '../draft/languages.ts';
import { readDraft } from '../draft/readDraft.ts';
import { CODES } from '../rules/codes.ts';
import { countOf } from '../text/countOf.ts';
import { type Lines, linesOf } from '../text/lines.ts';
import { describePassage, passageOf, passageSchema } from './passage.ts';
import { QUOTED, type Tool, type ToolSurroundings } from './tool.ts';

/** UTF-16 units: a long article. A book is checked chapter by chapter. */
const LONGEST_TEXT = 100_000;

/** Claims of one answer. An assistant reads no more with profit; what is left out is counted. */
const MOST_CLAIMS = 150;

/** Passages of one claim: the one that decides, and two that bear it out or speak against it. */
const MOST_PASSAGES = 3;

const VERDICTS = ['supported', 'refuted', 'conflicting-evidence', 'not-enough-evidence'] as const;
const count = z.int().nonnegative();

const input = z.object({
  text: z.string().min(1).max(LONGEST_TEXT).describe('The text to check, as it would be published.'),
  language: z.enum(DRAFT_LANGUAGES).default('markdown').describe('What the text is written in.'),
  include: z
    .enum(['all', 'problems'])
    .default('all')
    .describe('`problems` leaves out the claims that the articles support or do not speak of.'),
});

const claimSchema = z.object({
  kind: z.enum(['figure', 'date', 'quote', 'attribution', 'name', 'citation', 'suppression']),
  text: z.string(),
  start: count.describe('UTF-16 offset in the text.'),
  end: count,
  line: count,
  column: count,
  verdict: z.enum(VERDICTS),
  code: z.enum(CODES).nullable().describe('Names the problem; null where there is none.'),
  severity: z.enum(['error', 'warning', 'information', 'hint']).nullable(),
  message: z.string().describe('What the articles say.'),
  passages: z.array(passageSchema).describe('Best first.'),
  corrections: z.array(
    z.object({
      title: z.string(),
      edits: z.array(z.object({ start: count, end: count, newText: z.string() })),
    }),
  ),
});

const output = z.object({
  articles: count.describe('How many articles the text was checked against.'),
  filesToGo: count.describe(
    'Files of articles that are not read yet; as long as there are any, nothing is refuted.',
  ),
  verdicts: z.object({
    supported: count,
    refuted: count,
    'conflicting-evidence': count,
    'not-enough-evidence': count,
  }),
  claims: z.array(claimSchema).describe('In the order of the text.'),
  omitted: count.describe('Claims that are counted above and left out here.'),
});

type Claim = z.infer<typeof claimSchema>;
type Answer = z.infer<typeof output>;

export const checkText: Tool<typeof input, typeof output> = {
  name: 'check_text',
  title: 'Check a text against the source articles',
  description: `Looks up every figure, date, quotation, attribution and name of a text in the user’s source articles and says
what they say: supported, refuted (with the passage and the correction), articles disagree, or not found. Use it on text
you have written before you hand it over, and on text you are asked to verify. Verdicts are deterministic and made without
a language model. “Not found” means that no article speaks of it, not that it is wrong. ${QUOTED}`,
  input,
  output,
  run: check,
  describe,
};

async function check(given: z.infer<typeof input>, around: ToolSurroundings): Promise<Answer> {
  const draft = readDraft('text', given.language, given.text);
  const toGo = around.index.pending;
  const findings = await checkDraft(draft, around.index, around.options, around.cancellation);
  const wanted = given.include === 'all' ? findings : findings.filter(({ severity }) => severity !== null);
  const lines = linesOf(given.text);
  return {
    articles: around.index.size,
    filesToGo: Math.max(toGo, around.index.pending),
    verdicts: countVerdicts(findings),
    claims: wanted.slice(0, MOST_CLAIMS).map((finding) => claimOf(finding, lines, around)),
    omitted: findings.length - Math.min(wanted.length, MOST_CLAIMS),
  };
}

function countVerdicts(findings: readonly Finding[]): Answer['verdicts'] {
  const of = (verdict: Verdict): number =>
    findings.filter((each) => isStatement(each.claim) && each.verdict === verdict).length;
  return {
    supported: of('supported'),
    refuted: of('refuted'),
    'conflicting-evidence': of('conflicting-evidence'),
    'not-enough-evidence': of('not-enough-evidence'),
  };
}

function claimOf(finding: Finding, lines: Lines, { shownPath }: ToolSurroundings): Claim {
  const { claim, verdict, code, severity, message, evidence, fixes } = finding;
  const { line, column } = lines.placeOf(claim.start);
  return {
    kind: claim.kind,
    text: claim.text,
    start: claim.start,
    end: claim.end,
    line,
    column,
    verdict,
    code,
    severity,
    message,
    passages: evidence.slice(0, MOST_PASSAGES).map((each) => passageOf(each, shownPath)),
    corrections: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ start, end, newText }) => ({ start, end, newText })),
    })),
  };
}

function describe({ articles, filesToGo, verdicts, claims, omitted }: Answer): string {
  const all = Object.values(verdicts).reduce((sum, each) => sum + each, 0);
  const counts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map(
    (verdict) => `${verdicts[verdict]} ${verdict}`,
  );
  const summary = [
    `${countOf(all, 'claim')} checked against ${countOf(articles, 'article')}`,
    ...counts,
    ...(filesToGo === 0 ? [] : [`${countOf(filesToGo, 'file')} to go; nothing is refuted before`]),
  ].join('; ');
  const rest =
    omitted === 0
      ? []
      : [
          omitted === 1
            ? '1 further claim is left out here.'
            : `${omitted} further claims are left out here.`,
        ];
  return [summary, ...claims.map(describeClaim), ...rest].join('\n\n');
}

function describeClaim({ line, text, verdict, code, message, passages, corrections }: Claim): string {
  const heading = `Line ${line}, “${text}”: ${verdict}${code === null ? '' : ` (${code})`}. ${message}`;
  const evidence = passages.map((passage) => `  - ${describePassage(passage)}`);
  const fixes = corrections.map(({ title }) => `  - Correction: ${title}`);
  return [heading.trimEnd(), ...evidence, ...fixes].join('\n');
}
