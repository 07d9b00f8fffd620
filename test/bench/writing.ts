/** A writer at the built server: opens a long draft beside articles that are indexed already, and presses keys in it. */

import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FULL, startEditor, uriOf } from '../lsp/editor.ts';
import { SEED } from './checks.ts';
import { draftOf } from './generate.ts';
import { keystroke } from './keystrokes.ts';

export interface Writing {
  /** Presses the `number`-th key; resolves with the diagnostics after it. Its place and text are known before. */
  prepare(number: number): () => Promise<void>;
  /** Megabytes of memory that the server has had at most; null where the system does not tell. */
  mostMemory(): number | null;
  stop(): Promise<void>;
}

export interface Desk {
  /** An empty folder, or one that is made. */
  readonly workspace: string;
  /** Where the articles are, where their index is, and how many there are. */
  readonly articles: string;
  readonly index: string;
  readonly count: number;
  /** Words of the draft. */
  readonly words: number;
}

/** Starts the server and opens the draft; resolves once it was checked against all articles. */
export async function startWriting({ workspace, articles, index, count, words }: Desk): Promise<Writing> {
  await mkdir(workspace, { recursive: true });
  const editor = await startEditor({
    capabilities: FULL,
    folders: [workspace],
    settings: () => ({ corpus: [articles] }),
    params: { initializationOptions: { indexFolder: index } },
  });
  await editor.log.first((message) => message.startsWith(`Read ${count} articles`));
  let text = draftOf(SEED, count, words);
  const path = join(workspace, 'draft.md');
  await editor.open(path, text);
  const uri = uriOf(path);
  await editor.pull(uri);
  return {
    prepare(number) {
      const { at, inserted } = keystroke(text, number);
      const range = { start: positionAt(text, at), end: positionAt(text, at) };
      text = text.slice(0, at) + inserted + text.slice(at);
      return async () => {
        await editor.change(uri, number + 2, [{ range, text: inserted }]);
        await editor.pull(uri);
      };
    },
    mostMemory: () => mostMemoryOf(editor.process.pid),
    stop: async () => {
      await editor.stop();
    },
  };
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** What Linux calls the high-water mark of the pages that are resident. */
function mostMemoryOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux') return null;
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}
