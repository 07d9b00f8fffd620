/** Cites in drafts for tests: a small corpus, and a draft as it is once a plan is applied. */

import assert from 'node:assert/strict';
import type { Edit } from '../../../server/src/check/finding.ts';
import { createArticleFinder } from '../../../server/src/cite/articleFinder.ts';
import { type BibliographyFile, bibliographyOf } from '../../../server/src/cite/bibliography/bibliography.ts';
import { readBibliography } from '../../../server/src/cite/bibliography/files.ts';
import { parseTemplate, type Template } from '../../../server/src/cite/notation/template.ts';
import { type CitationPlan, planCitations } from '../../../server/src/cite/plan.ts';
import { resolveCitations } from '../../../server/src/cite/resolve.ts';
import type { CitedSource, Locator } from '../../../server/src/cite/source.ts';
import type { StyleSetting } from '../../../server/src/cite/style.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

export interface TestSource extends CitedSource {
  readonly path: string;
}

export const POST: TestSource = {
  id: 'post.md',
  path: '/corpus/post.md',
  title: 'Volunteers leave for the valley',
  outlet: 'Harrow Valley Post',
  author: null,
  published: '2021-03-09',
  url: 'https://example.org/valley?a=1&b=2',
  locator: null,
};

export const WIRE: TestSource = {
  id: 'wire.md',
  path: '/corpus/wire.md',
  title: 'Dam holds, mayor says',
  outlet: 'Gulf Wire',
  author: null,
  published: '2020-01-01',
  url: 'https://example.com/dam',
  locator: null,
};

export const PAPER: TestSource = {
  id: 'paper.pdf',
  path: '/corpus/paper.pdf',
  title: 'The state of the dams',
  outlet: 'Office of Dams',
  author: 'Ann Reyes',
  published: '2019-05-02',
  url: null,
  locator: { kind: 'page', label: '4' } satisfies Locator,
};

export const CORPUS: readonly TestSource[] = [POST, WIRE, PAPER];

export interface CiteOptions {
  readonly language?: string;
  readonly style?: StyleSetting;
  readonly template?: string;
  /** Texts of bibliography files by their path; null for one that is not there. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly corpus?: readonly TestSource[];
}

export interface Cited {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The draft with each sentence cited, `[sentence, sources…]` in the order of the draft; null when nothing is to do. */
export async function cite(
  text: string,
  wanted: readonly (readonly [string, ...TestSource[]])[],
  options: CiteOptions = {},
): Promise<Cited | null> {
  const draft = readDraft('/desk/draft', options.language ?? 'markdown', text);
  const files = await readFiles(options.files ?? {});
  const bibliography = bibliographyOf(draft, files);
  const finder = createArticleFinder(options.corpus ?? CORPUS);
  const requests = wanted.map(([sentence, ...sources]) => {
    const start = text.indexOf(sentence);
    assert.notEqual(start, -1, sentence);
    return { sentence: { start, end: start + sentence.length }, sources };
  });
  const plan = await planCitations(draft, requests, {
    resolved: resolveCitations(draft, bibliography, finder),
    bibliography,
    style: options.style ?? 'auto',
    template: templateOf(options.template),
  });
  return plan === null ? null : appliedPlan(text, plan);
}

function appliedPlan(text: string, plan: CitationPlan): Cited {
  const files = plan.files.map(({ file, edit }) => [file.path, applied(file.text ?? '', [edit])] as const);
  return { text: applied(text, plan.draft), files: Object.fromEntries(files) };
}

async function readFiles(files: Readonly<Record<string, string | null>>): Promise<BibliographyFile[]> {
  return Promise.all(Object.entries(files).map(([path, text]) => readBibliography(path, text, null)));
}

function templateOf(written: string | undefined): Template | null {
  if (written === undefined) return null;
  const template = parseTemplate(written);
  assert.ok('parts' in template, written);
  return template;
}

/** The text after the edits, which must be in order and apart. */
export function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let out = '';
  for (const { start, end, newText } of edits) {
    assert.ok(start >= at && end >= start, 'edits are in order and apart');
    out += text.slice(at, start) + newText;
    at = end;
  }
  return out + text.slice(at);
}
