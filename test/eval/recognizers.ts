/**
 * Measures figures and dates on the English specifications of Recognizers-Text: exact span and value, per type.
 *
 * `node test/eval/recognizers.ts FILE.jsonl... [--failures]`, one object a line:
 * `{id, model, input, expected:[{text,start,end,type,resolution}], context:{ReferenceDateTime}, js_supported}`.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findQuantities } from '../../server/src/quantity/findQuantities.ts';
import type { Quantity } from '../../server/src/quantity/quantity.ts';
import { tokenize } from '../../server/src/text/tokens.ts';
import { exclusionOf } from './recognizers/exclusions.ts';
import { type Expected, expectedSchema, kindsOf, typeOf } from './recognizers/expected.ts';
import { spanMatches, valueMatches } from './recognizers/match.ts';

const caseSchema = z.object({
  id: z.string(),
  model: z.string(),
  input: z.string(),
  expected: z.array(expectedSchema),
  context: z.object({ ReferenceDateTime: z.string().optional() }).nullable(),
  js_supported: z.boolean(),
});

type Case = z.infer<typeof caseSchema>;

interface Tally {
  cases: number;
  exact: number;
  span: number;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { failures: { type: 'boolean', default: false } },
});

const tallies = new Map<string, Tally>();
const excluded = new Map<string, number>();
const failures: string[] = [];

for (const file of positionals) for (const one of readCases(file)) measure(one);
report();

function readCases(file: string): Case[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = caseSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    return parsed.data.js_supported ? [parsed.data] : [];
  });
}

/** A case counts as exact when every relevant expression has its span and value and nothing of its kind is added. */
function measure(one: Case): void {
  const type = typeOf(one.model, one.expected);
  const reason = exclusionOf(one.input, one.expected, type);
  if (reason !== null) {
    excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
    return;
  }
  const wanted = one.expected.filter((expected) => expected.kind !== 'other' && expected.value !== 'none');
  const found = findQuantities(
    tokenize(one.input),
    one.input,
    one.context?.ReferenceDateTime?.slice(0, 10) ?? null,
  );
  const spans = wanted.map((expected) =>
    found.filter((quantity) => spanMatches(expected, quantity, one.input)),
  );
  const spansRight = spans.every((matching) => matching.length > 0);
  const valuesRight = wanted.every((expected, index) =>
    (spans[index] ?? []).some((quantity) => valueMatches(expected, quantity)),
  );
  const extra = wanted.length === 0 ? found.filter((quantity) => kindsOf(one.model).has(quantity.kind)) : [];
  const exact = spansRight && valuesRight && extra.length === 0;
  const tally = tallies.get(type) ?? { cases: 0, exact: 0, span: 0 };
  tallies.set(type, {
    cases: tally.cases + 1,
    exact: tally.exact + (exact ? 1 : 0),
    span: tally.span + (spansRight && extra.length === 0 ? 1 : 0),
  });
  if (!exact) failures.push(failure(type, one, wanted, found));
}

function failure(type: string, one: Case, wanted: readonly Expected[], found: readonly Quantity[]): string {
  const expected = wanted.map(({ text, value }) => `${text} = ${JSON.stringify(value)}`).join('; ');
  const got = found
    .map((quantity) => `${one.input.slice(quantity.extent.start, quantity.extent.end)} = ${shown(quantity)}`)
    .join('; ');
  return `${type} | ${one.input.slice(0, 140)} | ${one.context?.ReferenceDateTime?.slice(0, 10) ?? ''} | want ${expected} | got ${got}`;
}

function shown(quantity: Quantity): string {
  if (quantity.kind === 'date') return `${quantity.grain} ${quantity.from ?? '?'}..${quantity.to ?? '?'}`;
  return `${quantity.kind} ${quantity.low === quantity.high ? quantity.low : `${quantity.low}..${quantity.high}`} ${quantity.unit ?? ''}`;
}

function report(): void {
  const total: Tally = { cases: 0, exact: 0, span: 0 };
  console.log('type          cases  exact      %  span only %');
  for (const [type, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(row(type, tally));
    total.cases += tally.cases;
    total.exact += tally.exact;
    total.span += tally.span;
  }
  console.log(row('all', total));
  console.log('\nleft out:');
  for (const [reason, count] of [...excluded].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${reason}`);
  if (values.failures) console.log(`\n${failures.join('\n')}`);
}

function row(type: string, { cases, exact, span }: Tally): string {
  const percent = (part: number): string => ((100 * part) / cases).toFixed(1).padStart(6);
  return `${type.padEnd(13)} ${String(cases).padStart(5)} ${String(exact).padStart(6)} ${percent(exact)} ${percent(span).padStart(12)}`;
}
