/**
 * Formats: how long each takes to read, on files of generated articles. `npm run bench:formats` prints the table of
 * docs/formats.md. Processor time of all threads is what counts: a machine that does other things as well slows down the
 * clock and not that.
 */

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readArticles } from '../../server/src/corpus/readArticles.ts';
import { makeDocx } from '../unit/corpus/makeDocx.ts';
import { makePdf, setColumn } from '../unit/corpus/makePdf.ts';
import { articleOf } from './generate.ts';

/** Articles a format; the first of each warms the parser up and is not counted. */
const ARTICLES = { light: 500, heavy: 40 };

/** Seed of the generated articles. */
const SEED = 1;

const paragraphsOf = (number: number): readonly string[] =>
  articleOf(SEED, number).text.trimEnd().split('\n\n');

const record = (number: number) => ({
  title: `Article ${number}`,
  date: '2020-01-02',
  source: 'Gulf Wire',
  text: paragraphsOf(number).join('\n\n'),
});

function page(number: number): string {
  const body = paragraphsOf(number).map((paragraph) => `<p>${paragraph}</p>`);
  const menu = Array.from({ length: 60 }, (_, index) => `<li><a href="/${index}">Section ${index}</a></li>`);
  return `<html><head><title>Article ${number}</title><meta property="og:site_name" content="Gulf Wire"><script>${'var a = 1;'.repeat(5000)}</script></head><body><nav><ul>${menu.join('')}</ul></nav><article>${body.join('')}</article></body></html>`;
}

async function pdf(number: number): Promise<Uint8Array> {
  const lines = await setColumn(paragraphsOf(number).join(' '), { left: 50, top: 780, width: 480 });
  return makePdf({ pages: [lines] });
}

interface Format {
  readonly name: string;
  readonly articles: number;
  /** The files of all articles. */
  readonly files: (articles: number) => Promise<Readonly<Record<string, string | Uint8Array>>>;
}

/** One file an article. */
function each(make: (number: number) => string | Uint8Array | Promise<string | Uint8Array>, ending: string) {
  return async (articles: number) => {
    const files: Record<string, string | Uint8Array> = {};
    for (let number = 0; number < articles; number++) files[`${number}.${ending}`] = await make(number);
    return files;
  };
}

const numbers = (articles: number): readonly number[] =>
  Array.from({ length: articles }, (_, number) => number);
const text = (number: number): string => paragraphsOf(number).join('\n\n');

const FORMATS: readonly Format[] = [
  { name: '.txt', articles: ARTICLES.light, files: each(text, 'txt') },
  { name: '.md', articles: ARTICLES.light, files: each(text, 'md') },
  {
    name: '.jsonl',
    articles: ARTICLES.light,
    files: async (all) => ({
      'a.jsonl': numbers(all)
        .map((number) => JSON.stringify(record(number)))
        .join('\n'),
    }),
  },
  {
    name: '.csv',
    articles: ARTICLES.light,
    files: async (all) => ({
      'a.csv': [
        'title,date,text',
        ...numbers(all).map((number) => `Article ${number},2020-01-02,"${text(number)}"`),
      ].join('\n'),
    }),
  },
  {
    name: '.eml',
    articles: ARTICLES.light,
    files: each((number) => `Subject: Article ${number}\r\n\r\n${text(number)}`, 'eml'),
  },
  {
    name: '.zip of .txt',
    articles: ARTICLES.light,
    files: async (all) => ({
      'a.zip': zipSync(
        Object.fromEntries(numbers(all).map((number) => [`${number}.txt`, Buffer.from(text(number))])),
      ),
    }),
  },
  { name: '.html (55 kB)', articles: ARTICLES.heavy, files: each(page, 'html') },
  {
    name: '.docx',
    articles: ARTICLES.heavy,
    files: each((number) => makeDocx({ paragraphs: paragraphsOf(number) }), 'docx'),
  },
  { name: '.pdf (1 page)', articles: ARTICLES.heavy, files: each(pdf, 'pdf') },
];

const folder = await mkdtemp(join(tmpdir(), 'corroborate-formats-'));
try {
  console.log('| format | articles | ms of processor an article | articles a second | MB a second |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const format of FORMATS) console.log(await measure(format));
} finally {
  await rm(folder, { recursive: true });
}

async function measure({ name, articles, files }: Format): Promise<string> {
  const paths: string[] = [];
  let bytes = 0;
  for (const [file, content] of Object.entries(await files(articles))) {
    const path = join(folder, file);
    await writeFile(path, content);
    bytes += (await stat(path)).size;
    paths.push(path);
  }
  await readAll(paths.slice(0, 1));
  const before = process.cpuUsage();
  const read = await readAll(paths);
  const { user, system } = process.cpuUsage(before);
  if (read !== articles) throw new Error(`${name}: ${read} of ${articles} articles were read`);
  const milliseconds = (user + system) / 1000;
  const rate = (articles / milliseconds) * 1000;
  return `| ${name} | ${articles} | ${(milliseconds / articles).toFixed(2)} | ${rate.toFixed(0)} | ${(bytes / milliseconds / 1000).toFixed(1)} |`;
}

async function readAll(paths: readonly string[]): Promise<number> {
  let read = 0;
  for (const path of paths)
    for await (const item of readArticles({ path, id: path })) if (item.kind === 'article') read += 1;
  return read;
}
