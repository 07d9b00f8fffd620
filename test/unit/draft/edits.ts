/** Edits: drafts as they change under a writer's hands, for properties that must hold after any of them. */

import fc from 'fast-check';
import { draftOf } from '../../bench/generate.ts';

/** A change as editors report it, its place given as a share (0..1) of the text there is. */
export interface TextEdit {
  readonly at: number;
  /** UTF-16 units taken out. */
  readonly removed: number;
  readonly inserted: string;
}

/** What writers put in, and what breaks blocks, sentences, quotations and figures in two. */
const INSERTED = [
  'x',
  ' ',
  '. ',
  ' 7',
  ',000',
  ' 3.5 million people fled.',
  '\n',
  '\n\n',
  '\n- ',
  '1. ',
  '## ',
  '“',
  '”',
  '"',
  '’s',
  ' he said',
  ' Mayor Ada Okafor said the bridge would open again on Monday.',
  '“We will rebuild the old mill,” she said. ',
  '`',
  '```\n',
  '<!-- ',
  ' -->',
  '<!-- corroborate-disable-next-line -->\n',
  '| a | 12 |\n| - | - |\n| b | 13 |\n',
  '[12]: https://example.org/a\n\n',
  '[the 12][12] ',
  '---\ndate: 2020-01-05\n---\n',
  '\u{1F600}',
  '\r\n',
];

export const edit: fc.Arbitrary<TextEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(8) },
    { weight: 1, arbitrary: fc.nat(400) },
  ),
  inserted: fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 6, arbitrary: fc.constantFrom(...INSERTED) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
});

/** `text` after an edit. */
export function applied(text: string, { at, removed, inserted }: TextEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

/** A draft of a few hundred words about two stories, by its seed. */
export const draftText: fc.Arbitrary<string> = fc
  .record({ seed: fc.nat(40), words: fc.integer({ min: 60, max: 500 }) })
  .map(({ seed, words }) => draftOf(seed, 8, words));
