/** Runs one case of a specification: reads its articles and its draft as the product does and checks the draft. */

import { NEVER } from '../../server/src/check/cancellation.ts';
import { checkDraft } from '../../server/src/check/checkDraft.ts';
import type { Finding } from '../../server/src/check/finding.ts';
import type { Article } from '../../server/src/corpus/article.ts';
import { createMemoryIndex } from '../../server/src/corpus/index/memoryIndex.ts';
import { articleMetadata } from '../../server/src/corpus/metadata.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { applyLedger } from '../../server/src/ledger/applyLedger.ts';
import { sha256 } from '../../server/src/ledger/digest.ts';
import { parseLedger } from '../../server/src/ledger/parseLedger.ts';
import { readBytes } from '../unit/corpus/readBytes.ts';
import { type SpecArticle, type SpecCase, type SpecDraft, SpecError } from './parse.ts';

/** The clock of every specification. */
const TODAY = '2020-01-10';

/** What the check finds in the draft of a case. */
export async function runCase({ articles, ledger, draft }: SpecCase): Promise<readonly Finding[]> {
  const index = createMemoryIndex();
  for (const [number, article] of articles.entries()) index.put(await readArticle(article, number));
  const read = readDraft(specName(draft.language), draft.language, draft.text);
  const options = { severities: {}, today: TODAY };
  const findings = await checkDraft(read, index, options, NEVER);
  const view = { ...parseLedger(ledger), draft: read.path, missingDrafts: new Set<string>() };
  return applyLedger(read, findings, view, { articles: index, options, digest: sha256 });
}

/** A ledger names the draft of a specification by its file. */
function specName(language: SpecDraft['language']): string {
  return language === 'markdown' ? 'draft.md' : `draft.${language}`;
}

/** The article as its reader makes it, with the metadata that the attributes state. */
async function readArticle({ text, attributes }: SpecArticle, number: number): Promise<Article> {
  const name = attributes.get('name') ?? `article-${number + 1}.md`;
  const [reading] = await readBytes(name, Buffer.from(text));
  if (reading?.kind !== 'read') throw new SpecError(`${name}: no reader takes it`);
  const known = articleMetadata(reading.stated, name, reading.text, reading.prose);
  return {
    id: name,
    path: `/articles/${name}`,
    text: reading.text,
    prose: reading.prose,
    title: attributes.get('title') ?? known.title,
    outlet: attributes.get('outlet') ?? known.outlet,
    author: attributes.get('author') ?? known.author,
    published: attributes.get('date') ?? known.published,
    url: attributes.get('url') ?? known.url,
  };
}
