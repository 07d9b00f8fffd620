/** Shows the prose of a draft as a reader of a test can check it: kind and text of each block, holes as `·`. */

import { readDraft } from '../../../server/src/draft/readDraft.ts';

export function showProse(languageId: string, text: string): readonly string[] {
  return readDraft('draft', languageId, text).blocks.map((block) => {
    const shown = [...text.slice(block.start, block.end).split('')];
    for (const hole of block.holes) shown.fill('·', hole.start - block.start, hole.end - block.start);
    return `${block.kind}: ${shown.join('')}`;
  });
}
