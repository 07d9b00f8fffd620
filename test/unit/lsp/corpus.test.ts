/** A corpus in use: in memory while it is small, on disk once it is not, and what is told when the disk is of no use. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import { type Corpus, createCorpus } from '../../../server/src/lsp/corpus.ts';
import { desk, tale } from '../index/folder.ts';

interface Watched {
  readonly corpus: Corpus;
  readonly told: string[];
  /** Resolves when the index is complete and holds so many articles. */
  complete(size: number): Promise<void>;
}

function opened(t: TestContext, articles: string, indexFolder: string): Watched {
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const corpus = createCorpus([articles], 'refuse', {
    progress: () => ({ report() {}, say() {}, end: () => look() }),
    log: { info() {}, warn() {}, error: (message) => told.push(message) },
    notify: (message) => told.push(message),
    indexFolder,
    changed: () => look(),
  });
  t.after(() => corpus.close());
  const look = (): void => {
    for (const waits of waiting) setImmediate(waits);
  };
  const complete = (size: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!waiting.has(check)) return;
        if (corpus.index.pending > 0 || corpus.index.size !== size) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { corpus, told, complete };
}

describe('a corpus', { timeout: 120_000 }, () => {
  test('of few files never touches the disk', async (t) => {
    const { articles } = desk(t, 3);
    const nowhere = join(articles, '0.txt');
    const { corpus, told } = opened(t, articles, nowhere);
    await corpus.ready();
    assert.deepEqual([corpus.index.size, corpus.index.pending, told], [3, 0, []]);
  });

  test('of many files is indexed on disk once, and follows single files', async (t) => {
    const many = MOST_FILES_IN_MEMORY + 1;
    const { articles, write } = desk(t, many);
    const folder = join(articles, '..', 'indexes');
    const first = opened(t, articles, folder);
    await first.complete(many);
    first.corpus.close();
    const second = opened(t, articles, folder);
    await second.corpus.ready();
    assert.deepEqual([second.corpus.index.size, second.corpus.index.pending], [many, 0]);
    const path = write('7.txt', tale(7).replace('1007', '1999'));
    await second.corpus.reread([path]);
    assert.match((await second.corpus.index.article('7.txt'))?.article.text ?? '', /1999/);
    rmSync(path);
    await second.corpus.reread([path]);
    assert.deepEqual([second.corpus.index.size, second.told], [many - 1, []]);
    assert.equal(second.corpus.holds(join(articles, '8.txt')), true);
  });

  test('that cannot be indexed on disk is kept in memory, and says so', async (t) => {
    const many = MOST_FILES_IN_MEMORY + 1;
    const { articles } = desk(t, many);
    const { complete, told, corpus } = opened(t, articles, join(articles, '0.txt'));
    await complete(many);
    assert.equal(corpus.problem, null);
    assert.match(
      told.join('\n'),
      /^The articles cannot be indexed in .*: its folder cannot be made\. They are kept in memory\.$/,
    );
  });
});
