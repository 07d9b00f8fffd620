/** What a memory keeps of a draft grows with the draft and not with the number of its versions. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { createCheckMemory } from '../../../server/src/check/memory.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function bytesInUse(): number {
  assert.ok(typeof collect === 'function');
  collect();
  return process.memoryUsage().heapUsed;
}

const VERSIONS = 120;

/** A sentence of each kind that findings, names and sources are kept of, all different. */
function addition(number: number): string {
  const day = number + 1;
  return [
    `The administration counted approximately ${day * 1000} accommodations in Westernborough-${number}.`,
    `“Characteristically, the representatives ${number} left,” Commissioner Featherstonehaugh-${number} said.`,
    `Commissioner Featherstonehaugh-${number} said the representatives would come back after ${day} days.`,
  ].join(' ');
}

test('versions of a draft that are over are not kept by what is remembered of them', async () => {
  const index = createMemoryIndex();
  for (const article of articlesOf(5, 8)) index.put(article);
  let memory = createCheckMemory();
  let text = draftOf(5, 8, 20_000);
  const check = (): Promise<unknown> =>
    checkDraft(
      readDraft('draft.md', 'markdown', text),
      index,
      { severities: {}, today: '2020-01-10' },
      NEVER,
      memory,
    );
  await check();
  const paragraphs = text.split('\n\n');
  for (let number = 0; number < VERSIONS; number += 1) {
    paragraphs.splice(2, 1);
    text = `${[...paragraphs, addition(number)].join('\n\n')}`;
    paragraphs.push(addition(number));
    await check();
  }
  const versions = VERSIONS * text.length * 2;
  const kept = bytesInUse();
  // What the last version takes by itself is no rest of those before it.
  memory = createCheckMemory();
  await check();
  const left = kept - bytesInUse();
  assert.ok(left < versions / 4, `${Math.round(left / 1e6)} MB of ${Math.round(versions / 1e6)} MB`);
});
