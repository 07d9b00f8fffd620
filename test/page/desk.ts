/** A desk for tests of the page: a folder with draft, articles and ledger, and the packet that the command line writes. */

import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkDrafts } from '../../server/src/cli/checkDrafts.ts';
import { runCommandLine } from '../../server/src/cli/program.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';
import { verify } from '../../server/src/ledger/decide.ts';
import { sha256 } from '../../server/src/ledger/digest.ts';
import { lineOf } from '../../server/src/ledger/parseLedger.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Desk extends AsyncDisposable {
  readonly path: string;
  /** Absolute path of a file in it. */
  at(way: string): string;
  /** Writes the packet of `draft.md` and resolves with the path of the page. */
  page(): Promise<string>;
  /** Signs off the claim `words` of `draft.md`. */
  verify(words: string): Promise<void>;
}

/** The sample report beside the sample articles. */
export async function sampleDesk(): Promise<Desk> {
  const desk = await deskOf({});
  await cp(join(ROOT, 'docs/sample/report.md'), desk.at('draft.md'));
  await cp(join(ROOT, 'corpus'), desk.at('corpus'), { recursive: true });
  return desk;
}

/** A fresh folder with `files` by their ways. */
export async function deskOf(files: Readonly<Record<string, string>>): Promise<Desk> {
  const path = await mkdtemp(join(tmpdir(), 'corroborate-page-'));
  const at = (way: string): string => join(path, way);
  for (const [way, text] of Object.entries(files)) {
    await mkdir(dirname(at(way)), { recursive: true });
    await writeFile(at(way), text);
  }
  const terminal = terminalIn(path);
  return {
    path,
    at,
    async page() {
      const arguments_ = ['report', 'draft.md', '--output', 'packet.html', '--corpus', 'corpus'];
      assert.equal(await runCommandLine(arguments_, terminal), 0);
      return at('packet.html');
    },
    async verify(words) {
      const choice = {
        drafts: ['draft.md'],
        corpus: ['corpus'],
        archive: null,
        links: 'refuse',
        config: false,
        ledger: false,
        since: null,
      } as const;
      const [checked] = (await checkDrafts(choice, terminal)).report.drafts;
      const finding = checked?.findings.find(({ claim }) => claim.text === words);
      assert.ok(checked !== undefined && finding !== undefined, `the draft claims ${words}`);
      const decider = { person: 'Ann Reyes <ann@example.org>', date: '2020-01-04T10:00:00+01:00' };
      const subject = { ...checked, path: 'draft.md', finding };
      const decision = verify(subject, decider, 'Confirmed by the press office', sha256);
      assert.ok(decision !== null);
      await mkdir(at('.corroborate'), { recursive: true });
      const ledger = at('.corroborate/ledger.jsonl');
      const before = await readFile(ledger, 'utf8').catch(() => '');
      await writeFile(ledger, before + lineOf(decision));
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

function terminalIn(cwd: string): Terminal {
  return {
    cwd,
    env: {},
    output: 'stream',
    columns: null,
    now: () => new Date('2020-01-05T12:00:00'),
    write: async () => {},
    complain: (text) => assert.fail(text),
  };
}
