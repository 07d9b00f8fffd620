/** Plain lines: whatever is written in them, VS Code finds no link. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainLine } from '../../../server/src/lsp/plainLine.ts';

/** What VS Code 1.101 takes for a link in a notification, a prompt or a detail (`src/vs/base/common/linkedText.ts`). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

const pieces = fc.constantFrom(
  '[',
  ']',
  '(',
  ')',
  '](',
  'a',
  ' ',
  '"',
  'command:evil',
  'https://evil.example',
  'file:x',
);

describe('a plain line', () => {
  it('has no link', () => {
    assert.match('[Read](command:workbench.action.quit)', LINK);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        assert.doesNotMatch(plainLine(parts.join('')), LINK);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('is what it was where there was none', () => {
    const line = 'notes [2] (draft).txt: binary file';
    assert.equal(plainLine(line), line);
  });
});
