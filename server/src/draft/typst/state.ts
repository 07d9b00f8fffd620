/** Where a Typst scanner is: the brackets that are open, and since when nothing is prose. */

import type { ProseBlock } from '../draft.ts';
import { createLookAhead, type LookAhead } from '../lookAhead.ts';
import { createProseWriter, type ProseWriter } from '../proseWriter.ts';

/** What the words between two square brackets are. */
export type Form = 'inline' | 'quotation' | 'blockQuote' | 'caption' | 'cell' | 'hidden';

export type Frame =
  /** Markup between square brackets. */
  | { readonly kind: 'content'; readonly form: Form; readonly call: string }
  /** Code between parentheses or braces; `call` is the function whose arguments it is, empty for other code. */
  | { readonly kind: 'code'; readonly closer: ')' | '}'; readonly call: string; readonly from: number }
  /** `#let`, `#set` and their like, up to the end of the line. */
  | { readonly kind: 'statement'; readonly call: string };

export interface State {
  readonly text: string;
  readonly out: ProseWriter;
  readonly ahead: LookAhead;
  readonly frames: Frame[];
  /** Since where everything is markup; -1 among words. */
  markup: number;
  quotations: number;
  inHeading: boolean;
  /** Where the mathematics ends that is but a number, and so is read; -1 outside of such. */
  numberEnd: number;
}

export function createState(text: string): State {
  return {
    text,
    out: createProseWriter(text),
    ahead: createLookAhead(text),
    frames: [],
    markup: -1,
    quotations: 0,
    inHeading: false,
    numberEnd: -1,
  };
}

/** No document nests deeper, and looking no further keeps hostile ones cheap. */
export const DEEPEST = 50;

/** What a block is that begins here, by the brackets around it. */
export function kindHere({ frames }: State): Exclude<ProseBlock['kind'], 'heading'> {
  for (const frame of frames.slice(-DEEPEST).reverse()) {
    if (frame.kind !== 'content') continue;
    if (frame.form === 'blockQuote' || frame.form === 'caption') return frame.form;
    if (frame.form === 'cell') return 'tableRow';
  }
  return 'paragraph';
}

/** Begins words at `at`: what was markup up to here reads as `read`, or parts the words where that is null. */
export function beginWords(state: State, at: number, read: string | null): void {
  if (state.markup < 0) return;
  if (read === null) state.out.hole(state.markup, at);
  else state.out.replace(state.markup, at, read);
  state.markup = -1;
}

/** From `at` on everything is markup. */
export function beginMarkup(state: State, at: number): void {
  if (state.markup < 0) state.markup = at;
}
