/** Lazy loading as built: a folder of texts starts no thread of a parser, and what it loads holds no code of those formats. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { BUNDLES } from '../../scripts/bundles.ts';
import { MOST_FILES_IN_MEMORY } from '../../server/src/corpus/weighCorpus.ts';
import { makeDocx } from '../unit/corpus/makeDocx.ts';
import { makePdf } from '../unit/corpus/makePdf.ts';
import { FULL, SERVER, startEditor } from './editor.ts';
import { loadedBundles, tellingLoaded } from './loadedFiles.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

const DIST = dirname(resolve(SERVER));

/** The libraries that parse PDF, DOCX and pages. */
const PARSERS = [...['unpdf', 'mammoth', 'jszip', '@xmldom/xmldom'], ...['linkedom', '@mozilla/readability']];

const SERVER_BUNDLES = ['features', 'languageServer', 'protocol', 'server'];
const COMMAND_BUNDLES = ['cli', 'commandLine'];
const DISK_BUNDLES = ['indexThread', 'syncProcess'];

const FEW = {
  'corpus/valley.md': VALLEY,
  'corpus/a.txt': 'It rained.',
  'corpus/b.jsonl': JSON.stringify({ text: 'It snowed.' }),
};
/** More than are kept in memory. */
const MANY = {
  ...FEW,
  ...Object.fromEntries(
    Array.from({ length: MOST_FILES_IN_MEMORY }, (_, at) => [
      `corpus/many/${at}.txt`,
      `Rain fell on day ${at}.`,
    ]),
  ),
};

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What the server loads until it has checked a draft against all of the files. */
async function loadedByServer(t: TestContext, files: Files): Promise<readonly string[]> {
  const workspace = await createWorkspace(t, files);
  const list = workspace.at('loaded.txt');
  const editor = await startEditor({
    capabilities: FULL,
    folders: [workspace.path],
    params: { initializationOptions: { indexFolder: workspace.at('index') } },
    env: tellingLoaded(list),
  });
  t.after(editor.stop);
  await editor.log.first((message) => message.startsWith('Read '));
  const uri = await editor.open(workspace.at('draft.md'), DRAFT);
  const codes = (await editor.diagnostics(uri)).map(({ code }) => code);
  assert.deepEqual(codes, ['figure-mismatch']);
  return loadedBundles(list, DIST);
}

/** What the command line loads to check a draft against the files. */
async function loadedByCommand(t: TestContext, files: Files): Promise<readonly string[]> {
  const workspace = await createWorkspace(t, { ...files, 'draft.md': DRAFT });
  const list = workspace.at('loaded.txt');
  const env = { ...process.env, ...tellingLoaded(list), XDG_CACHE_HOME: workspace.at('cache') };
  const args = [join(DIST, 'cli.cjs'), 'check', 'draft.md', '--corpus', 'corpus'];
  const run = promisify(execFile)(process.execPath, args, { cwd: workspace.path, env });
  await assert.rejects(run, { code: 1, stdout: /figure-mismatch/ });
  return loadedBundles(list, DIST);
}

describe('a folder of texts, as built', { timeout: 120_000 }, () => {
  /** The packages of each bundle. */
  let packages: ReadonlyMap<string, ReadonlySet<string>>;

  before(async () => {
    const { metafile } = await build({ ...BUNDLES, write: false, metafile: true });
    const named = Object.entries(metafile.outputs).map(([path, { inputs }]): [string, Set<string>] => {
      const found = Object.keys(inputs).flatMap((input) => PACKAGE.exec(input)?.[1] ?? []);
      return [/([^/]*)\.cjs$/.exec(path)?.[1] ?? path, new Set(found)];
    });
    packages = new Map(named);
  });

  const parsersIn = (bundles: readonly string[]): readonly string[] =>
    PARSERS.filter((name) => bundles.some((bundle) => packages.get(bundle)?.has(name)));

  it('starts no thread of a parser in the server, in memory or on disk', async (t) => {
    assert.deepEqual(await loadedByServer(t, FEW), SERVER_BUNDLES);
    assert.deepEqual(await loadedByServer(t, MANY), [...SERVER_BUNDLES, ...DISK_BUNDLES].toSorted());
  });

  it('starts none on the command line', async (t) => {
    assert.deepEqual(await loadedByCommand(t, FEW), COMMAND_BUNDLES);
    assert.deepEqual(await loadedByCommand(t, MANY), [...COMMAND_BUNDLES, 'indexThread']);
  });

  it('loads no code that parses PDF, DOCX or pages: it stands in the threads alone', () => {
    assert.deepEqual(parsersIn([...SERVER_BUNDLES, ...COMMAND_BUNDLES, ...DISK_BUNDLES]), []);
    assert.deepEqual(parsersIn(['pdfThread', 'docxThread', 'htmlThread']), PARSERS);
  });

  it('differs from one with a page, a PDF or a DOCX, each of which starts its own', async (t) => {
    const text = 'It rained on Monday.';
    const cases: readonly (readonly [string, string, string | Uint8Array])[] = [
      ['htmlThread', 'corpus/a.html', `<p>${text}</p>`],
      ['pdfThread', 'corpus/a.pdf', await makePdf({ pages: [[[50, 700, text]]] })],
      ['docxThread', 'corpus/a.docx', makeDocx({ paragraphs: [text] })],
    ];
    for (const [thread, name, content] of cases)
      assert.deepEqual(
        await loadedByServer(t, { ...FEW, [name]: content }),
        [...SERVER_BUNDLES, thread].toSorted(),
      );
  });
});

const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;
