/**
 * The evaluation of quotes on generated drafts: quotations of the articles, left as they are, changed, or given to
 * another speaker of the same article.
 *
 * `node test/eval/quoteVariants.ts ARTICLES.jsonl... [--seed N] [--pooled] [--show]`
 */

import { parseArgs } from 'node:util';
import type { Finding } from '../../server/src/check/finding.ts';
import type { AnalysedArticle } from '../../server/src/corpus/index/corpusIndex.ts';
import type { QuoteCorpus } from '../../server/src/corpus/index/quoteCorpus.ts';
import { SHORTEST_NEAR } from '../../server/src/match/quoteLocation.ts';
import { normalWords } from '../../server/src/text/normalise.ts';
import { isTitleCase } from '../../server/src/text/titleCase.ts';
import { articleOf, readRows } from './dataset.ts';
import { CHANGES, change, type Random, seeded } from './quoteChanges.ts';
import { analysedOnce, checkQuotesOf, corpusOf, isReported } from './quoteCheck.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    pooled: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});

/** A quotation as printed, and who speaks it where the words after it say so plainly. */
interface Sample {
  readonly quote: string;
  readonly speaker: string | null;
}

interface Tally {
  of: number;
  reported: number;
  refuted: number;
  expected: number;
}

const tallies = new Map<string, Tally>();

async function run(files: readonly string[], random: Random): Promise<void> {
  const rows = files.flatMap(readRows);
  const articles = [...new Map(rows.map((row) => [row.docId, row])).values()].map((row) =>
    analysedOnce(articleOf(row)),
  );
  const pool = values.pooled ? corpusOf(articles) : null;
  for (const article of articles) await runArticle(article, pool ?? corpusOf([article]), random);
  for (const [name, tally] of tallies) {
    console.log(
      `${name.padEnd(40)} ${String(tally.of).padStart(5)} drafts, refuted ${percent(tally.refuted, tally.of)}, ` +
        `reported ${percent(tally.reported, tally.of)}, code as expected ${percent(tally.expected, tally.of)}`,
    );
  }
}

async function runArticle(article: AnalysedArticle, corpus: QuoteCorpus, random: Random): Promise<void> {
  const { text } = article.article;
  const samples = samplesOf(text);
  const speakers = [...new Set(samples.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const others = text.split(/\s+/);
  for (const sample of samples) {
    const [name = 'one resident'] = [sample.speaker ?? undefined];
    for (const layout of LAYOUTS)
      await judge(`untouched, ${layout.name}`, null, layout.write(sample.quote, name), corpus);
    const elided = elide(sample.quote);
    if (elided !== null) await judge('untouched, ellipsis', null, `${name} said: “${elided}”`, corpus);
    for (const kind of CHANGES) {
      const changed = change(sample.quote, kind, others, random);
      const layout = LAYOUTS[Math.floor(random() * LAYOUTS.length)];
      if (changed === null || layout === undefined) continue;
      const code = kind === 'elide a negation' ? 'quote-elision' : 'quote-altered';
      const row = changed.length < SHORTEST_NEAR ? SHORT_ROW : kind;
      await judge(row, code, layout.write(changed, name), corpus);
    }
    await judgeOtherSpeaker(sample, speakers, others, corpus, random);
  }
}

/** Gives a quote to another speaker of its article, as printed and with a word changed. */
async function judgeOtherSpeaker(
  { quote, speaker: own }: Sample,
  speakers: readonly string[],
  words: readonly string[],
  corpus: QuoteCorpus,
  random: Random,
): Promise<void> {
  const wrong = speakers.filter((speaker) => own !== null && !alike(speaker, own));
  const other = wrong[Math.floor(random() * wrong.length)];
  if (other === undefined) return;
  await judge('another speaker', 'misattributed', `“${quote},” ${other} said.`, corpus);
  const changed = change(quote, 'substitute one', words, random);
  if (changed === null || changed.length < SHORTEST_NEAR) return;
  const draft = `“${changed},” ${other} said.`;
  await judge('another speaker, one word changed', 'quote-altered', draft, corpus);
  await judge('another speaker, one word changed: told', 'misattributed', draft, corpus, 'any');
}

/** Changed quotes under 20 characters, which are compared word for word only. */
const SHORT_ROW = 'changed, under 20 characters';

const LAYOUTS: readonly { readonly name: string; readonly write: (quote: string, name: string) => string }[] =
  [
    { name: 'name first', write: (quote, name) => `${name} said: “${quote}”` },
    { name: 'name last', write: (quote, name) => `“${quote},” ${name} said.` },
    { name: 'name in the middle', write: inTheMiddle },
  ];

function inTheMiddle(quote: string, name: string): string {
  const words = quote.split(/\s+/);
  const half = Math.floor(words.length / 2);
  return `“${words.slice(0, half).join(' ')},” ${name} said, “${words.slice(half).join(' ')}”`;
}

/** The quotation with an ellipsis for a middle word that is no negation; null when it is too short. */
function elide(quote: string): string | null {
  const words = quote.split(/\s+/);
  const at = Math.floor(words.length / 2);
  if (
    words.length < 8 ||
    /^(?:not|no|never|nothing|none|neither|nobody|nor|without)\W*$|n['’]t\W*$/i.test(words[at] ?? '')
  )
    return null;
  return [...words.slice(0, at), '…', ...words.slice(at + 1)].join(' ');
}

const FEWEST_WORDS = 5;

/**
 * The closed quotations of five words and more between double marks, found by a pattern that shares nothing with the
 * product’s own extraction; so is the speaker (`,” Ann Reyes said`, `,” said Ann Reyes`).
 */
function samplesOf(text: string): Sample[] {
  const samples: Sample[] = [];
  for (const match of text.matchAll(
    /(?:^|[\s(])(["“])([^"“”\n]{20,400})(["”])(?=[\s).,;]|$)([^"“”\n.]{0,90})/g,
  )) {
    const quote = (match[2] ?? '').trim().replace(/[,.;]+$/, '');
    // Titles of works are nobody’s words, and half a bracket is no text that anybody prints.
    if (normalWords(quote).length < FEWEST_WORDS || isTitleCase(quote) || /[*_<>()[\]]/.test(quote)) continue;
    const after = match[4] ?? '';
    const speaker =
      /^,? ((?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+|\p{Lu}\p{Ll}{3,}) (?:said|says|told|added|wrote)\b/u.exec(
        after,
      )?.[1] ??
      /^,? (?:said|says) ((?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+|\p{Lu}\p{Ll}{3,})(?=[\s,.]|$)/u.exec(
        after,
      )?.[1] ??
      null;
    const ends = /[,]$/.test((match[2] ?? '').trim());
    samples.push({ quote, speaker: ends ? speaker : null });
  }
  return samples;
}

function alike(a: string, b: string): boolean {
  const words = b.split(' ');
  return a.split(' ').some((word) => words.includes(word));
}

/** Counts a draft under `name`: its worst finding must have `code`, or with `any` one of its findings. */
async function judge(
  name: string,
  code: Finding['code'],
  draft: string,
  corpus: QuoteCorpus,
  which: 'worst' | 'any' = 'worst',
): Promise<void> {
  const findings = await checkQuotesOf(draft, corpus);
  const tally = tallies.get(name) ?? { of: 0, reported: 0, refuted: 0, expected: 0 };
  tallies.set(name, tally);
  const wanted = which === 'any' ? findings.find((finding) => finding.code === code) : undefined;
  const worst =
    wanted ??
    findings.find(({ verdict }) => verdict === 'refuted') ??
    findings.find(isReported) ??
    findings[0];
  tally.of += 1;
  if (worst !== undefined && isReported(worst)) tally.reported += 1;
  if (worst?.verdict === 'refuted') tally.refuted += 1;
  const seen = worst !== undefined && isReported(worst) ? worst.code : null;
  if (seen === code) tally.expected += 1;
  else if (values.show) console.log(`${name}: ${draft}\n    ${seen ?? 'nothing'} ${worst?.message ?? ''}`);
}

function percent(hits: number, of: number): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)} %`;
}

if (positionals.length === 0) {
  console.error('usage: node test/eval/quoteVariants.ts ARTICLES.jsonl... [--seed N] [--pooled] [--show]');
  process.exitCode = 2;
} else {
  await run(positionals, seeded(Number(values.seed)));
}
