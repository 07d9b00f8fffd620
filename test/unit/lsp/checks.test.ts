/** Checks of open drafts: shared while nothing changes, given up when something does, and never a verdict by mistake. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CancellationToken, CancellationTokenSource, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CancelledError } from '../../../server/src/check/cancellation.ts';
import { DEFAULT_CITATION } from '../../../server/src/cite/citationSettings.ts';
import { createMemoryIndex, type MutableIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { type CheckResult, createChecks, SupersededError } from '../../../server/src/lsp/checks.ts';
import type { Corpora } from '../../../server/src/lsp/corpora.ts';
import type { Corpus } from '../../../server/src/lsp/corpus.ts';
import type { SettingsSource } from '../../../server/src/lsp/settings.ts';

const URI = 'file:///desk/draft.md';

/** An index of one article, and checks of drafts against it. `change` is what a change of the article does. */
function createDesk() {
  const index = createMemoryIndex();
  const text = 'The council is sending about 750 volunteers to the flooded valley.';
  const span = { start: 0, end: text.length };
  const metadata = { title: 'Valley', outlet: null, author: null, published: '2021-03-09', url: null };
  index.put({ ...metadata, id: 'valley.md', path: '/desk/corpus/valley.md', text, prose: [span] });
  let generation = 0;
  const checks = createChecks({
    corpora: corporaOf(index, () => generation),
    settings: SETTINGS,
    ledgers: { of: async () => null, generation: 0 },
    bibliographies: { of: async () => ({ settings: DEFAULT_CITATION, files: [] }), generation: 0 },
    today: () => '2021-03-10',
  });
  const finished: CheckResult[] = [];
  checks.onDidCheck((result) => finished.push(result));
  return {
    index,
    checks,
    finished,
    change() {
      generation += 1;
    },
  };
}

const SETTINGS: SettingsSource = {
  of: async () => ({
    enable: true,
    corpus: ['corpus'],
    archive: null,
    severities: {},
    links: 'refuse',
    codeLens: true,
    citation: {},
    project: null,
    problem: null,
  }),
  generation: 0,
  onDidChange: new Emitter<void>().event,
  register() {},
};

function corporaOf(index: MutableIndex, generation: () => number): Corpora {
  const corpus: Corpus = {
    entries: ['/desk/corpus'],
    roots: async () => ['/desk/corpus'],
    index,
    problem: null,
    halt: null,
    holds: (path) => path === '/desk/corpus/valley.md',
    ready: async () => {},
    reread: async () => {},
    close() {},
  };
  return {
    forDraft: async () => corpus,
    all: async () => [corpus],
    setFolders() {},
    get generation() {
      return generation();
    },
    onDidChange: new Emitter<void>().event,
    onDidOpen: new Emitter<Corpus>().event,
    onDidClose: new Emitter<Corpus>().event,
    closeUnused: async () => {},
  };
}

function draft(version: number, text = 'They sent 750 volunteers.'): TextDocument {
  return TextDocument.create(URI, 'markdown', version, text);
}

describe('the check of a draft', () => {
  it('is made once for all who ask, until the draft, the articles or the settings change', async () => {
    const desk = createDesk();
    const document = draft(1);
    const [first, second] = await Promise.all([
      desk.checks.of(document, CancellationToken.None),
      desk.checks.of(document, CancellationToken.None),
    ]);
    assert.equal(first, second);
    assert.equal(await desk.checks.of(document, CancellationToken.None), first);
    assert.equal(desk.finished.length, 1);
    desk.change();
    assert.notEqual(await desk.checks.of(document, CancellationToken.None), first);
    assert.equal(desk.finished.length, 2);
  });

  it('is given up when a newer text is to be checked', async () => {
    const desk = createDesk();
    const outdated = assert.rejects(desk.checks.of(draft(1), CancellationToken.None), SupersededError);
    const present = await desk.checks.of(draft(2), CancellationToken.None);
    await outdated;
    assert.equal(present.document.version, 2);
    assert.deepEqual(desk.finished, [present]);
  });

  it('goes on for the others when one no longer wants it', async () => {
    const desk = createDesk();
    const document = draft(1);
    const source = new CancellationTokenSource();
    const unwanted = assert.rejects(desk.checks.of(document, source.token), CancelledError);
    const wanted = desk.checks.of(document, CancellationToken.None);
    source.cancel();
    await unwanted;
    assert.equal((await wanted).state, 'checked');
  });

  it('keeps the text it was made for', async () => {
    const desk = createDesk();
    const document = draft(1, '750 volunteers.');
    const result = await desk.checks.of(document, CancellationToken.None);
    TextDocument.update(document, [{ text: 'Other words.' }], 2);
    assert.equal(result.document.getText(), '750 volunteers.');
  });

  it('of articles that cannot even be counted is a problem too', async () => {
    const { checks, index } = createDesk();
    Object.defineProperty(index, 'size', {
      get() {
        throw new Error('it is damaged');
      },
    });
    const result = await checks.of(draft(1, 'About 750 volunteers.'), CancellationToken.None);
    assert.deepEqual(
      { ...result, document: null },
      { state: 'problem', document: null, reason: 'it is damaged' },
    );
  });

  it('that cannot reach the index is a problem and no verdict', async () => {
    const desk = createDesk();
    desk.index.retrieve = () => Promise.reject(new Error('the index cannot be reached'));
    const result = await desk.checks.of(draft(1), CancellationToken.None);
    assert.deepEqual(
      { ...result, document: null },
      { state: 'problem', document: null, reason: 'the index cannot be reached' },
    );
  });
});
