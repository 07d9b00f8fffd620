/** The weight of a corpus: what is packed in an archive weighs what it takes once it is unpacked. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { MOST_BYTES_IN_MEMORY, weighCorpus } from '../../../server/src/corpus/weighCorpus.ts';
import { type TestFolder, testFolder } from './folder.ts';

let folder: TestFolder;
before(async () => {
  folder = await testFolder();
});
after(() => folder[Symbol.asyncDispose]());

function placeOf(path: string): Promise<'memory' | 'disk'> {
  return weighCorpus([path], 'refuse', new AbortController().signal);
}

test('archives weigh what is in them', async () => {
  const dump = new Uint8Array(MOST_BYTES_IN_MEMORY / 2).fill(0x20);
  const light = await folder.write('light.zip', zipSync({ 'a.txt': dump, 'b.txt': strToU8('It rained.') }));
  assert.equal(await placeOf(light), 'memory');
  const heavy = await folder.write('heavy.ZIP', zipSync({ 'a.txt': dump, 'b.txt': dump }));
  assert.equal(await placeOf(heavy), 'disk');
});

test('what is no archive weighs what it has on disk', async () => {
  const torn = await folder.write('torn.zip', 'PK');
  assert.equal(await placeOf(torn), 'memory');
});
