/** A folder of every format behind the built command line: one claim a format, each with where its evidence stands. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import * as z from 'zod';
import { makeDocx } from '../unit/corpus/makeDocx.ts';
import { makePdf } from '../unit/corpus/makePdf.ts';
import { workspaceOf } from './workspace.ts';

/** A town for each format, so that each claim has its evidence in one file. */
const TOWNS = {
  'gate.txt': 'Elwin',
  'gate.html': 'Norrey',
  'gate.pdf': 'Skarra',
  'gate.docx': 'Varden',
  'gate.jsonl': 'Thornby',
  'gate.csv': 'Meridian',
  'gate.eml': 'Concord',
  'gate.zip': 'Mundo',
} as const;

const said = (town: string): string =>
  `The ${town} bridge cost £48 million to build, the council of ${town} said on Tuesday.`;

async function corpus(): Promise<Record<string, string | Uint8Array>> {
  const story = (name: keyof typeof TOWNS): string => said(TOWNS[name]);
  return {
    'corpus/gate.txt': story('gate.txt'),
    'corpus/gate.html': `<html><head><meta property="article:published_time" content="2020-01-02"></head><body><nav>Home 12</nav><article><h1>Bridge</h1><p>${story('gate.html')} Rain fell all day.</p></article></body></html>`,
    'corpus/gate.pdf': await makePdf({ pages: [[[50, 700, 'It rained.']], [[50, 700, story('gate.pdf')]]] }),
    'corpus/gate.docx': makeDocx({ paragraphs: ['Bridge', story('gate.docx')] }),
    'corpus/gate.jsonl': `{"text": "It rained."}\n${JSON.stringify({ title: 'Bridge', text: story('gate.jsonl') })}\n{"text": "cut`,
    'corpus/gate.csv': `title,body\nRain,It rained.\nBridge,"${story('gate.csv')}"\n`,
    'corpus/gate.eml': `Subject: Bridge\r\nFrom: Press <p@x.example>\r\n\r\n${story('gate.eml')}\r\n`,
    'corpus/gate.zip': zipSync({ 'a/b.md': strToU8(story('gate.zip')), 'c.zip': zipSync({}) }),
    'corpus/scan.pdf': await makePdf({ pages: [[]] }),
  };
}

const reportSchema = z.object({
  corpus: z.object({
    articles: z.number(),
    skipped: z.array(z.object({ path: z.string(), member: z.string().optional(), reason: z.string() })),
  }),
  drafts: z.array(
    z.object({
      claims: z.array(
        z.object({
          text: z.string(),
          verdict: z.string(),
          evidence: z.array(
            z.object({
              article: z.string(),
              path: z.string(),
              text: z.string(),
              place: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

test('claims are refuted from every format, with page, line or member', async () => {
  const draft = Object.values(TOWNS).map((town) => `The ${town} bridge cost £84 million to build.`);
  await using workspace = await workspaceOf({ ...(await corpus()), 'draft.md': draft.join('\n\n') });
  const { code, stdout, stderr } = await workspace.run('check', 'draft.md', '--format', 'json');
  assert.equal(code, 1, stderr);
  const { corpus: read, drafts } = reportSchema.parse(JSON.parse(stdout));
  const figures = drafts[0]?.claims.filter(({ text }) => text.includes('84')) ?? [];
  assert.deepEqual(
    figures.map(({ verdict, evidence: [best] }) => [verdict, best?.article, best?.place]),
    [
      ['refuted', 'gate.txt', undefined],
      ['refuted', 'gate.html', { paragraph: 2 }],
      ['refuted', 'gate.pdf', { page: 2 }],
      ['refuted', 'gate.docx', { paragraph: 2 }],
      ['refuted', 'gate.jsonl/2', { record: 2, line: 2 }],
      ['refuted', 'gate.csv/2', { record: 2, line: 3 }],
      ['refuted', 'gate.eml', {}],
      ['refuted', 'gate.zip/a/b.md', { member: 'a/b.md' }],
    ],
  );
  for (const { evidence } of figures) assert.match(evidence[0]?.text ?? '', /cost £48 million to build/);
  assert.equal(read.articles, 10);
  assert.deepEqual(read.skipped, [
    { path: 'corpus/gate.jsonl', member: 'line 3', reason: 'JSON that is cut off' },
    { path: 'corpus/gate.zip', member: 'c.zip', reason: 'an archive within an archive is not read' },
    { path: 'corpus/scan.pdf', reason: 'no text layer: its pages are pictures' },
  ]);
});

test('for people: the page beside the path, the reason beside what was not read', async () => {
  const pages = [[[50, 700, 'It rained.']], [[50, 700, said('Skarra')]]] as const;
  await using workspace = await workspaceOf({
    'corpus/gate.pdf': await makePdf({ pages }),
    'corpus/scan.pdf': await makePdf({ pages: [[]] }),
    'draft.md': 'The Skarra bridge cost £84 million to build.',
  });
  const { stdout } = await workspace.run('check', 'draft.md');
  assert.match(stdout, /corpus\/gate\.pdf, page 2\n/);
  assert.match(stdout, /corpus\/scan\.pdf: no text layer: its pages are pictures\n/);
});
