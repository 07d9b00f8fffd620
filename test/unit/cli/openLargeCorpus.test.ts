/** A large corpus on the command line: its index, whatever other processes do with it meanwhile. */

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { CliError } from '../../../server/src/cli/cliError.ts';
import { indexCorpus } from '../../../server/src/cli/openLargeCorpus.ts';
import type { Terminal } from '../../../server/src/cli/terminal.ts';
import { indexPath, removeIndex } from '../../../server/src/corpus/disk/indexFile.ts';
import { lockWriter } from '../../../server/src/corpus/disk/writerLock.ts';
import { desk } from '../index/folder.ts';

/** A terminal that calls `waits` when another process has the index. */
function terminalOf(folder: string, waits: () => void): Terminal {
  return {
    cwd: folder,
    env: { CORROBORATE_INDEX_DIR: join(folder, 'indexes') },
    output: 'stream',
    columns: null,
    now: () => new Date(),
    write: async () => {},
    complain: (text) => {
      if (text.includes('Another process')) waits();
    },
  };
}

describe('the index of a large corpus', { timeout: 60_000 }, () => {
  test('that another process makes anew, while this one waits for it, is opened again', async (t) => {
    const { articles, write } = desk(t, 1);
    const folder = dirname(articles);
    const path = indexPath(join(folder, 'indexes'), [articles], 'refuse');
    (
      await indexCorpus(
        [articles],
        'refuse',
        terminalOf(folder, () => {}),
      )
    ).close();
    const other = await lockWriter(path, new AbortController().signal, () => {});
    const remade = terminalOf(folder, () => {
      write('0.txt', 'The council approved 4,200 new homes.\n');
      removeIndex(path);
      other.release();
    });
    const corpus = await indexCorpus([articles], 'refuse', remade);
    t.after(() => corpus.close());
    assert.equal(corpus.isCurrent(), true);
    assert.match((await corpus.index.article('0.txt'))?.article.text ?? '', /4,200/);
  });

  test('that is removed each time it is brought up to date is given up', async (t) => {
    const { articles } = desk(t, 1);
    const folder = dirname(articles);
    const path = indexPath(join(folder, 'indexes'), [articles], 'refuse');
    const ready = terminalOf(folder, () => {});
    // The clock is asked when a sync begins to tell of its progress.
    const now = (): Date => {
      removeIndex(path);
      return new Date();
    };
    const terminal = { ...ready, now };
    await assert.rejects(indexCorpus([articles], 'refuse', terminal), (error) => {
      assert.ok(error instanceof CliError);
      assert.match(error.message, /^cannot index the articles in .*: other processes remove it/);
      return true;
    });
  });
});
