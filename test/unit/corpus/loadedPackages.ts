/** Reads the folder it is given and prints which packages were loaded for it, as a JSON list; run in a process of its own. */

import { registerHooks } from 'node:module';

const packages = new Set<string>();
registerHooks({
  load(url, context, nextLoad) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
    if (name !== undefined) packages.add(name);
    return nextLoad(url, context);
  },
});

const [folder = ''] = process.argv.slice(2);
const { readCorpus } = await import('../../../server/src/corpus/ingest.ts');
const { parserThreads } = await import('../../../server/src/corpus/readers/parserThread.ts');
const { articles, skipped } = await readCorpus([folder]);
const read = { articles: articles.length, skipped: skipped.length, threads: parserThreads() };
process.stdout.write(JSON.stringify({ ...read, packages: [...packages].toSorted() }));
