/** Updates of a corpus in use: one after the other, never after it was closed, and told of when its index is another one. */

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import type { Corpus } from '../../../server/src/lsp/corpus.ts';
import { desk, tale } from '../index/folder.ts';
import { opened } from './watchedCorpus.ts';

/** A page that takes some hundred milliseconds to read. */
const SLOW = `<article>${'<p>It rained in the valley, and went on to rain.</p>'.repeat(1_500)}</article>`;

/** Reads of a file, one after the other, in which a small one is read and decoded for sure. */
const READS = 8;

const MANY = MOST_FILES_IN_MEMORY + 1;

/** Resolves when an update of a few files is under way, which counts them as pending. */
async function begun({ index }: Corpus): Promise<void> {
  while (index.pending === 0) await nextTurn();
}

async function textOf({ index }: Corpus, id: string): Promise<string> {
  return (await index.article(id))?.article.text ?? '';
}

describe('an update of a corpus', { timeout: 120_000 }, () => {
  test('that is slow does not take an older text back after a later one', async (t) => {
    const { articles, write } = desk(t, 1);
    const page = write('page.html', '<p>It is dry.</p>');
    const { corpus } = opened(t, articles, join(articles, '..', 'indexes'));
    await corpus.ready();
    const story = write('0.txt', 'The council approved 20 homes.\n');
    write('page.html', SLOW);
    const first = corpus.reread([story, page]);
    await begun(corpus);
    // The update reads the story no later than this does, and the page takes far longer.
    for (let reads = 0; reads < READS; reads += 1) await readFile(story);
    write('0.txt', 'The council approved 300 homes.\n');
    await Promise.all([first, corpus.reread([story])]);
    assert.match(await textOf(corpus, '0.txt'), /300 homes/);
    assert.equal(corpus.index.pending, 0);
  });

  test('that a full reading breaks off is part of it', async (t) => {
    const { articles, write } = desk(t, 1);
    const { corpus } = opened(t, articles, join(articles, '..', 'indexes'));
    await corpus.ready();
    const page = write('page.html', SLOW);
    const update = corpus.reread([page]);
    await begun(corpus);
    await Promise.all([corpus.reread(), update]);
    assert.match(await textOf(corpus, 'page.html'), /went on to rain/);
    assert.equal(corpus.index.pending, 0);
  });

  test('is over when the corpus is closed, which reads nothing and says nothing any more', async (t) => {
    const { articles, write } = desk(t, 1);
    const indexes = join(articles, '..', 'indexes');
    const { corpus, changes } = opened(t, articles, indexes);
    await corpus.ready();
    for (let number = 0; number < MANY; number += 1) write(`${number}.txt`, tale(number));
    const update = corpus.reread([join(articles, '1.txt'), articles]);
    corpus.close();
    const before = changes();
    await update;
    await corpus.reread([join(articles, '2.txt')]);
    await corpus.reread();
    assert.equal(changes(), before);
    assert.deepEqual(openIn(indexes), []);
  });

  test('is told of when another index stands in place of the one that is open, though it holds the same', async (t) => {
    const { articles } = desk(t, MANY);
    const [indexes, others] = [join(articles, '..', 'indexes'), join(articles, '..', 'others')];
    const { corpus, changes, until, complete } = opened(t, articles, indexes);
    await complete(MANY);
    await opened(t, articles, others).complete(MANY);
    const { index } = corpus;
    const before = changes();
    const name = readdirSync(others).find((each) => each.endsWith('.sqlite')) ?? '';
    const copy = join(others, 'copy');
    copyIndex(join(others, name), copy);
    rmSync(indexes, { recursive: true });
    mkdirSync(indexes);
    renameSync(copy, join(indexes, name));
    await until(() => corpus.index !== index && corpus.index.size === MANY);
    await until(() => changes() > before);
  });
});

/** Copies an index that is in use: of its files alone one may be cut off while it is copied, for which Node waits for ever. */
function copyIndex(from: string, to: string): void {
  const database = new DatabaseSync(from);
  database.prepare('VACUUM INTO ?').run(to);
  database.close();
}

/** The files in a folder that this process has open, where the system tells. */
function openIn(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      const file = readlinkSync(join('/proc/self/fd', name));
      return file.startsWith(folder) ? [file] : [];
    } catch {
      // That of the listing itself is gone.
      return [];
    }
  });
}
