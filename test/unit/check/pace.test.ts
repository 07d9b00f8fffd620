/** A long check gives way: the process goes on beside it, and it ends soon after it is cancelled. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancelledError, NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { createPace, SLICE } from '../../../server/src/check/pace.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { EVENT_LOOP } from '../../../server/src/lsp/eventLoop.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';

/** Works for so many milliseconds without giving way. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('steps give the event loop a turn when a slice is used up, and not before', async () => {
  const pace = createPace({ ...NEVER, eventLoop: EVENT_LOOP });
  let turns = 0;
  setImmediate(() => {
    turns += 1;
  });
  await pace.step();
  assert.equal(turns, 0);
  work(SLICE + 1);
  await pace.step();
  assert.equal(turns, 1);
});

test('a step rejects when the turn brings a request to cancel', async () => {
  const cancellation = { isCancellationRequested: false, eventLoop: EVENT_LOOP };
  const pace = createPace(cancellation);
  setImmediate(() => {
    cancellation.isCancellationRequested = true;
  });
  work(SLICE + 1);
  await assert.rejects(pace.step(), CancelledError);
  assert.equal(pace.isCancellationRequested, true);
});

test('a check of a long draft is cancelled by an event that comes while it runs', async () => {
  const index = createMemoryIndex();
  for (const article of articlesOf(3, 40)) index.put(article);
  const draft = readDraft('draft.md', 'markdown', draftOf(3, 40, 20_000));
  const cancellation = { isCancellationRequested: false, eventLoop: EVENT_LOOP };
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    if (turns === 10) cancellation.isCancellationRequested = true;
    else setImmediate(turn);
  };
  setImmediate(turn);
  await assert.rejects(
    checkDraft(draft, index, { severities: {}, today: '2020-01-10' }, cancellation),
    CancelledError,
  );
  assert.equal(turns, 10);
});
