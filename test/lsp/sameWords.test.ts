/** One wording: what the editor underlines in the sample report is what the command line prints of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { it } from 'node:test';
import * as z from 'zod';
import { workspaceOf } from '../cli/workspace.ts';
import { FULL, startEditor } from './editor.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORT = resolve(ROOT, 'docs/sample/report.md');
const CORPUS = resolve(ROOT, 'corpus');

const printed = z.object({
  drafts: z.tuple([
    z.object({
      claims: z.array(
        z.object({
          line: z.number(),
          column: z.number(),
          code: z.string().nullable(),
          severity: z.string().nullable(),
          message: z.string(),
        }),
      ),
    }),
  ]),
});

it('editor and command line report the same in the same words', { timeout: 30_000 }, async (t) => {
  await using desk = await workspaceOf({});
  const { stdout } = await desk.run('check', REPORT, '--corpus', CORPUS, '--format', 'json');
  const [{ claims }] = printed.parse(JSON.parse(stdout)).drafts;
  const reported = claims.filter(({ severity }) => severity !== null);
  assert.ok(reported.length > 5);

  const editor = await startEditor({
    capabilities: FULL,
    folders: [ROOT],
    settings: () => ({ corpus: [CORPUS] }),
  });
  t.after(editor.stop);
  const uri = await editor.open(REPORT, readFileSync(REPORT, 'utf8'));
  const underlined = (await editor.diagnostics(uri)).map(({ range, code, message }) => ({
    line: range.start.line + 1,
    column: range.start.character + 1,
    code,
    message,
  }));
  assert.deepEqual(
    underlined,
    reported.map(({ line, column, code, message }) => ({ line, column, code, message })),
  );
});
