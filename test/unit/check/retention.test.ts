/** What a memory keeps of a draft grows with the draft and not with the number of its versions. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { type CheckMemory, createCheckMemory } from '../../../server/src/check/memory.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes in use once no further collection frees any: what only weak references held goes in a later one. */
async function bytesInUse(): Promise<number> {
  assert.ok(typeof collect === 'function');
  let [before, now] = [Number.POSITIVE_INFINITY, process.memoryUsage().heapUsed];
  while (before - now > SETTLED) {
    before = now;
    await setImmediate();
    collect();
    now = process.memoryUsage().heapUsed;
  }
  return now;
}

/** In bytes. */
const SETTLED = 100_000;

/** So many that the text of all of them is seven times what measurements of the memory in use differ by (9 MB). */
const VERSIONS = 240;

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
  const check = (text: string, memory: CheckMemory): Promise<unknown> =>
    checkDraft(
      readDraft('draft.md', 'markdown', text),
      index,
      { severities: {}, today: '2020-01-10' },
      NEVER,
      memory,
    );
  /** Bytes that a check of one version keeps by itself. */
  const alone = async (text: string): Promise<number> => {
    const before = await bytesInUse();
    const memory = createCheckMemory();
    await check(text, memory);
    const kept = (await bytesInUse()) - before;
    // It is in use until here, and no later.
    await check(text, memory);
    return kept;
  };
  const first = draftOf(5, 8, 20_000);
  const last = versionOf(first, VERSIONS);
  // The last version has more claims than the first one has.
  await alone(last);
  const more = (await alone(last)) - (await alone(first));
  const memory = createCheckMemory();
  await check(first, memory);
  const before = await bytesInUse();
  for (let number = 1; number <= VERSIONS; number += 1) await check(versionOf(first, number), memory);
  const versions = VERSIONS * last.length * 2;
  const left = (await bytesInUse()) - before - more;
  await check(last, memory);
  assert.ok(left < versions / 4, `${Math.round(left / 1e6)} MB of ${Math.round(versions / 1e6)} MB`);
});

/** The draft after so many edits, each of which takes a paragraph out and puts one behind the last. */
function versionOf(first: string, edits: number): string {
  const paragraphs = first.split('\n\n');
  paragraphs.splice(2, edits);
  for (let number = 0; number < edits; number += 1) paragraphs.push(addition(number));
  return paragraphs.join('\n\n');
}
