/** A check from memory is the check without it: same findings after any edits, at the cost of what changed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CancelledError, NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { type CheckMemory, createCheckMemory } from '../../../server/src/check/memory.ts';
import type { CheckOptions } from '../../../server/src/check/options.ts';
import type { CorpusIndex, Query } from '../../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryIndex, type MutableIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { articleOf, articlesOf, draftOf } from '../../bench/generate.ts';
import { applied, draftText, edit } from '../draft/edits.ts';

const OPTIONS: CheckOptions = { severities: {}, today: '2020-01-10' };

function indexOf(seed: number): MutableIndex {
  const index = createMemoryIndex();
  for (const article of articlesOf(seed, 8)) index.put(article);
  return index;
}

function check(text: string, index: CorpusIndex, memory?: CheckMemory): Promise<readonly Finding[]> {
  return checkDraft(readDraft('draft.md', 'markdown', text), index, OPTIONS, NEVER, memory);
}

test('memory changes no finding, whatever is edited', async () => {
  const index = indexOf(7);
  await fc.assert(
    fc.asyncProperty(draftText, fc.array(edit, { minLength: 1, maxLength: 6 }), async (start, edits) => {
      const memory = createCheckMemory();
      let text = start;
      await check(text, index, memory);
      for (const change of edits) {
        text = applied(text, change);
        assert.deepEqual(await check(text, index, memory), await check(text, index));
      }
    }),
    { numRuns: 60 },
  );
});

test('memory changes no finding when paragraphs are moved, doubled and taken out', async () => {
  const index = indexOf(7);
  const paragraphs = draftOf(7, 8, 600).split('\n\n');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat(paragraphs.length - 1)), { maxLength: 4 }), async (orders) => {
      const memory = createCheckMemory();
      for (const order of orders) {
        const text = order.map((at) => paragraphs[at]).join('\n\n');
        assert.deepEqual(await check(text, index, memory), await check(text, index));
      }
    }),
    { numRuns: 40 },
  );
});

/** Drafts of quotes and figures whose speakers depend on the names elsewhere. */
const SPOKEN = [
  'Mayor Ada Okafor opened the session.',
  'Tom Varga, the fire chief, came late.',
  'Democrat Tom Varga sat beside his wife, Ines.',
  '“We will rebuild the old mill,” she said.',
  '“The bridge will open again on Monday,” Okafor said. “Nobody was hurt.”',
  'The fire chief said: “About 2,150 people lost their savings.”',
  'Varga said the council had counted more than 95 witnesses in the hall.',
  'The court heard 95 witnesses. The court heard 96 witnesses.',
  '> It was never clear who had closed the road.\n> — Ines Calder',
  '“He never came back,',
  'Calder wrote:',
];

test('memory changes no finding, whoever is named, whatever is said and however checks are broken off', async () => {
  const index = indexOf(7);
  const step = fc.record({
    at: fc.nat(9),
    removed: fc.nat(2),
    put: fc.option(fc.constantFrom(...SPOKEN), { nil: null }),
    change: fc.option(edit, { nil: null, freq: 2 }),
    looks: fc.option(fc.nat(12), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const memory = createCheckMemory();
      let paragraphs: readonly string[] = SPOKEN;
      for (const { at, removed, put, change, looks } of steps) {
        paragraphs = paragraphs.toSpliced(at, removed, ...(put === null ? [] : [put]));
        const whole = paragraphs.join('\n\n');
        const text = change === null ? whole : applied(whole, change);
        if (looks !== null) await checkBrokenOff(text, index, memory, looks);
        assert.deepEqual(await check(text, index, memory), await check(text, index));
      }
    }),
    { numRuns: 60 },
  );
});

/** A check that is cancelled when it has looked so often whether it is; it may be over before. */
async function checkBrokenOff(
  text: string,
  index: CorpusIndex,
  memory: CheckMemory,
  looks: number,
): Promise<void> {
  let looked = 0;
  const soon = {
    get isCancellationRequested() {
      looked += 1;
      return looked > looks;
    },
  };
  const draft = readDraft('draft.md', 'markdown', text);
  await checkDraft(draft, index, OPTIONS, soon, memory).catch((error: unknown) => {
    assert.ok(error instanceof CancelledError);
  });
}

test('a finding is the same object where nothing moved', async () => {
  const index = indexOf(7);
  const memory = createCheckMemory();
  const text = draftOf(7, 8, 500);
  const first = await check(text, index, memory);
  const again = await check(`${text}\nNothing was said of 17 cows.\n`, index, memory);
  const figures = first.filter(({ claim }) => claim.kind !== 'name');
  assert.ok(figures.length > 20);
  const kept = figures.filter((finding) => again.includes(finding));
  // The last sentences have another sentence after them now.
  assert.ok(kept.length >= figures.length - 4, `${kept.length} of ${figures.length}`);
});

/** What is asked of an index. */
function counted(index: CorpusIndex): CorpusIndex & { readonly asked: { figures: number; quotes: number } } {
  const asked = { figures: 0, quotes: 0 };
  return {
    asked,
    revision: index.revision,
    size: index.size,
    pending: index.pending,
    skipped: index.skipped,
    names: index.names,
    article: (id) => index.article(id),
    entries: (query) => index.entries(query),
    inFile: (path) => index.inFile(path),
    quotes: {
      passages: (queries) => {
        asked.quotes += queries.length;
        return index.quotes.passages(queries);
      },
    },
    retrieve: (queries: readonly Query[]) => {
      asked.figures += queries.length;
      return index.retrieve(queries);
    },
  };
}

test('an edit looks up what it touches and nothing else', async () => {
  const index = counted(indexOf(7));
  const memory = createCheckMemory();
  const quiet = 'Nobody was hurt, and the roads out of the village stayed open all night.';
  const text = `${draftOf(7, 8, 3000)}\n${quiet}\n\nThe survey counted 120 homes. It rained for 3 days.\n`;
  await check(text, index, memory);
  const before = { ...index.asked };
  assert.ok(before.figures > 50 && before.quotes > 20);
  await check(text, index, memory);
  assert.deepEqual(index.asked, before);
  // Another figure leaves the sentences beside it alone.
  await check(text.replace('counted 120', 'counted 130'), index, memory);
  assert.deepEqual(index.asked, { figures: before.figures + 1, quotes: before.quotes });
});

test('findings of other articles and other options are not remembered', async () => {
  const text = draftOf(7, 8, 300);
  const memory = createCheckMemory();
  const index = indexOf(7);
  await check(text, index, memory);
  index.put({ ...articleOf(7, 0), text: 'Nothing happened.', prose: [{ start: 0, end: 17 }] });
  assert.deepEqual(await check(text, index, memory), await check(text, index));
  // Another index that happens to have the same revision.
  const other = indexOf(8);
  other.put(articleOf(9, 0));
  assert.equal(other.revision, index.revision);
  assert.deepEqual(await check(text, other, memory), await check(text, other));
  const quiet: CheckOptions = {
    ...OPTIONS,
    severities: { 'figure-mismatch': 'off', 'figure-other-fact': 'off' },
  };
  const draft = readDraft('draft.md', 'markdown', text);
  assert.deepEqual(
    await checkDraft(draft, other, quiet, NEVER, memory),
    await checkDraft(draft, other, quiet, NEVER),
  );
});

test('a check that was cancelled loses nothing of the one before', async () => {
  const index = counted(indexOf(7));
  const memory = createCheckMemory();
  const text = draftOf(7, 8, 2000);
  await check(text, index, memory);
  const before = { ...index.asked };
  const draft = readDraft('draft.md', 'markdown', `New. ${text}`);
  let looks = 0;
  const soon = {
    get isCancellationRequested() {
      looks += 1;
      return looks > 4;
    },
  };
  await assert.rejects(checkDraft(draft, index, OPTIONS, soon, memory), CancelledError);
  await check(text, index, memory);
  assert.deepEqual(index.asked, before);
});
