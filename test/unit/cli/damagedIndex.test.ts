/** An index that is damaged: a command makes it anew and answers as if nothing had been. */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { CliError } from '../../../server/src/cli/cliError.ts';
import { runCommandLine } from '../../../server/src/cli/program.ts';
import { withSoundIndex } from '../../../server/src/cli/soundIndex.ts';
import { UnusableIndex } from '../../../server/src/corpus/disk/database.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import { desk } from '../index/folder.ts';

/** Bytes of a page of SQLite. */
const PAGE = 4096;
/** Pages of noise. */
const NOISE = 8;

interface Outcome {
  readonly code: number | null;
  readonly printed: string;
  readonly told: string;
}

async function run(cwd: string, args: readonly string[]): Promise<Outcome> {
  let [printed, told] = ['', ''];
  const code = await runCommandLine(args, {
    cwd,
    env: { CORROBORATE_INDEX_DIR: join(cwd, 'indexes') },
    output: 'stream',
    columns: null,
    now: () => new Date(1_600_000_000_000),
    write: async (text) => {
      printed += text;
    },
    complain: (text) => {
      told += text;
    },
  });
  return { code, printed, told };
}

function spoil(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, randomBytes(NOISE * PAGE), 0, NOISE * PAGE, page * PAGE);
  closeSync(file);
}

describe('a damaged index', { timeout: 240_000 }, () => {
  test('with noise wherever is made anew, and the command answers', async (t) => {
    const { articles } = desk(t, MOST_FILES_IN_MEMORY + 50);
    const folder = dirname(articles);
    const draft =
      'The survey of village 7 counted 1,017 homes. The survey of village 8 counted 1,008 homes.\n';
    writeFileSync(join(folder, 'draft.md'), draft);
    const check = ['check', 'draft.md', '--corpus', articles];
    const sound = await run(folder, check);
    assert.equal(sound.code, 1);
    const path = indexPath(join(folder, 'indexes'), [articles], 'refuse');
    const kept = join(folder, 'kept.sqlite');
    copyFileSync(path, kept);
    const pages = statSync(path).size / PAGE;
    let remade = 0;
    for (let page = 1; page + NOISE < pages; page += Math.ceil(pages / 6)) {
      for (const part of ['', '-wal', '-shm', '.damaged']) rmSync(`${path}${part}`, { force: true });
      copyFileSync(kept, path);
      spoil(path, page);
      const { code, printed, told } = await run(folder, check);
      assert.deepEqual([code, printed], [sound.code, sound.printed], `page ${page}: ${told}`);
      if (told.includes('is made anew: it is damaged')) remade += 1;
    }
    assert.ok(remade > 1, `${remade}`);
  });

  test('that is damaged again each time is given up, and so is one that cannot be read', async () => {
    for (const [state, most] of [['damaged', 3] as const, ['unavailable', 1] as const]) {
      let runs = 0;
      const command = async (): Promise<void> => {
        runs += 1;
        throw new UnusableIndex(state, 'it is of no use');
      };
      await assert.rejects(withSoundIndex(command), (error) => {
        assert.ok(error instanceof CliError);
        assert.equal(error.message, 'cannot use the index of the articles: it is of no use');
        return true;
      });
      assert.equal(runs, most);
    }
  });
});
