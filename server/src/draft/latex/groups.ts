/** Groups and arguments of LaTeX: opened by commands, closed by their bracket or by the end of the paragraph. */

import { headingLevel, type Signature } from './commands.ts';
import { type Group, kindHere, type State } from './state.ts';

/** A command whose arguments are read. */
export interface Command {
  readonly name: string;
  readonly from: number;
}

/**
 * Reads arguments from `at` until one opens a group, which is then the last on the stack, or until there are none left.
 * Returns the offset behind what was read.
 */
export function readArguments(state: State, command: Command, signature: Signature, at: number): number {
  for (const [index, argument] of [...signature].entries()) {
    const rest = signature.slice(argument === '+' ? index : index + 1);
    const next = isBraced(argument) ? skipBlanks(state.text, at) : at;
    const opened = openArgument(state, command, argument, rest, next);
    if (opened === 'missing') break;
    if (opened === 'opened') return next + 1;
    if (opened === 'star') at += 1;
  }
  return endCommand(state, command, at);
}

/** A command without arguments, such as one that changes the font, vanishes with the blanks that end it. */
function endCommand({ out, text }: State, { name, from }: Command, at: number): number {
  if (at !== from + 1 + name.length) {
    out.hole(from, at);
    return at;
  }
  let end = at;
  while (/[ \t]/.test(text.charAt(end))) end += 1;
  out.replace(from, end, '');
  return end;
}

function isBraced(argument: string): boolean {
  return 'mtqhc'.includes(argument);
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text.charAt(next) === ' ' && next - at < MOST_BLANKS) next += 1;
  return text.charAt(next) === '{' ? next : at;
}

/** Blanks that may stand before a brace; more are no habit of anybody. */
const MOST_BLANKS = 3;

function openArgument(
  state: State,
  command: Command,
  argument: string,
  rest: Signature,
  at: number,
): 'opened' | 'absent' | 'missing' | 'star' {
  const bracket = state.text.charAt(at);
  switch (argument) {
    case 's':
      return bracket === '*' ? 'star' : 'absent';
    case 'o':
      return bracket === '[' ? hide(state, command, ']', rest) : 'absent';
    case 'p':
      return bracket === '(' ? hide(state, command, ')', rest) : 'absent';
    case 'O':
      return bracket === '[' ? show(state, command, { closer: ']', kind: 'shown', rest }, at) : 'absent';
    case '+':
      if (bracket === '[') return hide(state, command, ']', rest);
      return bracket === '{' ? hide(state, command, '}', rest) : 'missing';
    case 'm':
      return bracket === '{' ? hide(state, command, '}', rest) : 'missing';
    default:
      if (bracket !== '{') return 'missing';
      return show(state, command, { closer: '}', kind: kindOf(argument), rest }, at);
  }
}

function kindOf(argument: string): Group['kind'] {
  if (argument === 'q') return 'quoted';
  if (argument === 'h') return 'heading';
  return argument === 'c' ? 'caption' : 'shown';
}

function hide(state: State, { name, from }: Command, closer: Group['closer'], rest: Signature): 'opened' {
  state.groups.push({ closer, kind: 'hidden', command: name, from, rest });
  state.hidden += 1;
  return 'opened';
}

/** Opens a group of words at `at`; the command up to it reads as nothing, or as a quotation mark. */
function show(
  state: State,
  { name, from }: Command,
  { closer, kind, rest }: Pick<Group, 'closer' | 'kind' | 'rest'>,
  at: number,
): 'opened' {
  const { out } = state;
  state.groups.push({ closer, kind, command: name, from, rest });
  if (kind === 'heading' || kind === 'caption') {
    out.end(from);
    if (kind === 'heading') out.beginHeading(headingLevel(name), at + 1);
    else out.begin('caption', at + 1);
    return 'opened';
  }
  out.replace(from, at + 1, kind === 'quoted' ? quotationMark(state.quoted, 'opening') : '');
  if (kind === 'quoted') state.quoted += 1;
  return 'opened';
}

function quotationMark(depth: number, side: 'opening' | 'closing'): string {
  if (side === 'opening') return depth % 2 === 0 ? '“' : '‘';
  return depth % 2 === 0 ? '”' : '’';
}

/** Closes the group that the bracket at `at` ends, and reads on with its command's arguments. Returns the offset behind. */
export function closeGroup(state: State, at: number): number {
  const bracket = state.text.charAt(at);
  // A brace ends what was left open within it.
  while (bracket === '}' && (state.groups.at(-1)?.closer ?? bracket) !== bracket) leave(state);
  const group = state.groups.at(-1);
  if (group?.closer !== bracket) {
    if (bracket === '}' && state.hidden === 0) state.out.replace(at, at + 1, '');
    return at + 1;
  }
  leave(state);
  if (group.kind === 'hidden') {
    if (state.hidden > 0 || group.command === '') return at + 1;
    return readArguments(state, { name: group.command, from: group.from }, group.rest, at + 1);
  }
  endWords(state, group, at);
  return at + 1;
}

function leave(state: State): void {
  const group = state.groups.pop();
  if (group?.kind === 'hidden') state.hidden -= 1;
  if (group?.kind === 'quoted') state.quoted -= 1;
}

/** Ends a group of words at its bracket. The arguments of one command are words apart. */
function endWords(state: State, { kind, command }: Group, at: number): void {
  const { out, text } = state;
  if (kind === 'heading' || kind === 'caption') {
    out.end(at);
    out.begin(kindHere(state), at + 1);
  } else if (kind === 'quoted') {
    out.replace(at, at + 1, quotationMark(state.quoted, 'closing'));
  } else {
    out.replace(at, at + 1, command !== '' && text.charAt(at + 1) === '{' ? ' ' : '');
  }
}

/** Closes what a paragraph leaves open when it ends at `at`: no argument reaches further, however it was meant. */
export function closeGroups(state: State, at: number): void {
  const hidden = state.groups.find(({ kind }) => kind === 'hidden');
  if (hidden !== undefined) state.out.hole(hidden.from, at);
  state.groups.length = 0;
  state.hidden = 0;
  state.quoted = 0;
  state.numberEnd = -1;
}
