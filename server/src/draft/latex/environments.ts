/** Environments of LaTeX, and other stretches that run to a mark of their own: verbatim text, code, what is switched off. */

import { contentOf, openingOf } from './commands.ts';
import { closeGroups, readArguments } from './groups.ts';
import { closeEnvironment, kindHere, openEnvironment, type State } from './state.ts';

const NAME = /\\(?:begin|end)[ \t]{0,3}\{([A-Za-z]{1,40})\*?\}/y;

function nameAt(text: string, at: number): { readonly name: string; readonly length: number } | null {
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  return match === null ? null : { name: match[1] ?? '', length: match[0].length };
}

/** Reads the `\begin{…}` at `at`, and all of an environment that holds no prose. Returns the offset behind. */
export function beginEnvironment(state: State, at: number): number {
  const { out } = state;
  const opening = nameAt(state.text, at);
  if (opening === null) return readArguments(state, { name: 'begin', from: at }, 'm', at + '\\begin'.length);
  const { name, length } = opening;
  const after = at + length;
  switch (contentOf(name)) {
    case 'raw':
      return hideTo(state, at, closingOf(state.text, at, after));
    case 'inline':
      return hideFormula(state, at, closingOf(state.text, at, after));
    case 'quote':
    case 'list':
    case 'table':
    case 'prose':
      closeGroups(state, at);
      openEnvironment(state, name);
      out.begin(kindHere(state), at);
      return readArguments(state, { name: 'begin', from: at }, openingOf(name), after);
  }
}

/** `\end{…}` as the environment that opens at `at` has it, with its star. */
function closingOf(text: string, at: number, after: number): string {
  return `\\end${text.slice(text.indexOf('{', at), after)}`;
}

export function endEnvironment(state: State, at: number): number {
  const closing = nameAt(state.text, at);
  if (closing === null) return readArguments(state, { name: 'end', from: at }, 'm', at + '\\end'.length);
  closeGroups(state, at);
  state.out.end(at);
  closeEnvironment(state, closing.name);
  const after = at + closing.length;
  state.out.begin(kindHere(state), after);
  return after;
}

/** Hides everything to `closer`, over blank lines; to the end of the text where it is missing. */
export function hideTo(state: State, at: number, closer: string): number {
  const to = Math.min(state.ahead.next(closer, at) + closer.length, state.end);
  closeGroups(state, at);
  state.out.end(at);
  state.out.begin(kindHere(state), to);
  return to;
}

/** A formula stands within its sentence. One that its paragraph does not close ends with that, so that it can be typed. */
function hideFormula(state: State, at: number, closer: string): number {
  const closed = state.ahead.next(closer, at);
  const to = closed < state.end ? closed + closer.length : Math.min(state.ahead.paragraphEnd(at), state.end);
  state.out.hole(at, to);
  return to;
}

/** The options and language of `\lstinline` and `\mintinline`, then the sign that parts the text. */
const VERBATIM =
  /\\(?:verb\*?|lstinline(?:\[[^\]\n]{0,200}\])?|mintinline(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,40}\})([^\s\p{L}])/uy;

/** Verbatim text within a line, between two of the same sign or between braces. */
export function readVerbatim(state: State, at: number): number {
  const { text, out } = state;
  VERBATIM.lastIndex = at;
  const match = VERBATIM.exec(text);
  const feed = state.ahead.next('\n', at);
  const line = Math.min(feed, state.end);
  const opening = match === null ? -1 : at + match[0].length;
  const closer = match?.[1] === '{' ? '}' : (match?.[1] ?? '');
  const found = opening < 0 ? -1 : text.slice(opening, line).indexOf(closer);
  const to = found < 0 ? line : opening + found + closer.length;
  out.hole(at, to);
  return to;
}
