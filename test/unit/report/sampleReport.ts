/** A report for tests of the printers: a draft with one wrong figure and one right one, over one article. */

import type { Evidence, Finding } from '../../../server/src/check/finding.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { Figure } from '../../../server/src/quantity/quantity.ts';
import type { CheckReport } from '../../../server/src/report/checkReport.ts';

const DRAFT = '# Troops\n\nWashington sent 850 soldiers; 25 people died.\n';
const ARTICLE = 'Guards held the gate.\nThe Pentagon sent about 750 soldiers. In all 25 people died.\n';

/** The report; `outlet` stands for what a hostile article may hold. */
export function sampleReport(outlet = 'Gulf Wire'): CheckReport {
  const draft = readDraft('/desk/draft.md', 'markdown', DRAFT);
  const wrong = evidence('The Pentagon sent about 750 soldiers.', 'about 750', outlet);
  const right = evidence('In all 25 people died.', '25', outlet);
  return {
    corpus: { articles: 4, skipped: [{ path: '/desk/corpus/a.pdf', reason: 'encrypted' }] },
    drafts: [
      {
        draft,
        findings: [
          finding('850', {
            verdict: 'refuted',
            code: 'figure-mismatch',
            severity: 'warning',
            message: `${outlet} (1 January 2020) says about 750, not 850.`,
            evidence: [wrong],
            fixes: [{ title: 'Change to 750', edits: [{ ...spanIn(DRAFT, '850'), newText: '750' }] }],
          }),
          finding('25', {
            verdict: 'supported',
            code: null,
            severity: null,
            message: 'ok',
            evidence: [right],
            fixes: [],
          }),
        ],
      },
    ],
  };
}

type Judgement = Pick<Finding, 'verdict' | 'code' | 'severity' | 'message' | 'evidence' | 'fixes'>;

function finding(text: string, judgement: Judgement): Finding {
  const span = spanIn(DRAFT, text);
  const sentence = { start: 10, end: 55, index: 1, paragraph: 1, tokens: [] };
  const claim = {
    kind: 'figure',
    ...span,
    text,
    sentence,
    quantity: figure(text),
    extentText: text,
  } as const;
  return { claim, ...judgement, diff: [], derivation: null };
}

function figure(text: string): Figure {
  const span = spanIn(DRAFT, text);
  const [low, high] = [Number(text), Number(text)];
  const measure = {
    unit: null,
    factor: 1,
    shift: 0,
    dimension: 'count',
    step: 1,
    significant: 2,
    vague: false,
    per: null,
  };
  return { ...span, text, extent: span, bound: 'exact', kind: 'number', low, high, ...measure };
}

function evidence(text: string, value: string, outlet: string): Evidence {
  const span = spanIn(ARTICLE, text);
  return {
    ...span,
    article: 'wire.txt',
    path: '/desk/corpus/wire.txt',
    title: 'Troops leave',
    outlet,
    published: '2020-01-01',
    url: null,
    text,
    line: 2,
    column: 0,
    value,
    marks: [spanIn(ARTICLE, value)],
    agrees: false,
  };
}

function spanIn(text: string, part: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}
