/** Words and speaker of one quote: two findings, which an edit beside them moves and keeps. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { type CheckMemory, createCheckMemory } from '../../../server/src/check/memory.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { article } from './article.ts';

const index = createMemoryIndex();
index.put(
  article(
    'Harbour master Ines Calder spoke first.\n\n“The market loses money on every day of the week,” trader Tom Varga said.',
  ).article,
);
const QUOTE = 'Calder said: “The market loses time on every day of the week.”';

async function check(text: string, memory?: CheckMemory): Promise<readonly Finding[]> {
  const draft = readDraft('draft.md', 'markdown', text);
  return checkDraft(draft, index, { severities: {}, today: '2020-01-10' }, NEVER, memory);
}

test('words that are altered and somebody else’s give a finding on the quote and one on the name', async () => {
  const findings = await check(`Ines Calder spoke. ${QUOTE}`);
  assert.deepEqual(
    findings.map(({ claim, code }) => [claim.kind, claim.text, code]),
    [
      ['attribution', 'Calder', 'misattributed'],
      ['quote', 'The market loses time on every day of the week.', 'quote-altered'],
    ],
  );
});

test('both findings move with the text before them', async () => {
  const memory = createCheckMemory();
  await check(`Ines Calder spoke. It rained.\n\nInes Calder went on. ${QUOTE}`, memory);
  const longer = `Ines Calder spoke. It rained all day.\n\nInes Calder went on. ${QUOTE}`;
  const moved = await check(longer, memory);
  assert.deepEqual(moved, await check(longer));
  for (const { claim } of moved) assert.equal(longer.slice(claim.start, claim.end), claim.text);
  assert.equal(moved.length, 2);
});
