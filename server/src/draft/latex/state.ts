/** Where a LaTeX scanner is: the groups and environments that are open, and what lies ahead. */

import type { ProseBlock } from '../draft.ts';
import { createLookAhead, type LookAhead } from '../lookAhead.ts';
import type { ProseWriter } from '../proseWriter.ts';
import { type Content, contentOf, type Signature } from './commands.ts';

/** An open brace or bracket. */
export interface Group {
  readonly closer: '}' | ']' | ')';
  readonly kind: 'hidden' | 'shown' | 'quoted' | 'heading' | 'caption';
  /** The command it is an argument of, empty for a group without one, and where that starts. */
  readonly command: string;
  readonly from: number;
  /** The arguments of the command that are still to come. */
  readonly rest: Signature;
}

interface Environment {
  readonly name: string;
  readonly content: Content;
}

export interface State {
  readonly text: string;
  readonly out: ProseWriter;
  readonly groups: Group[];
  readonly environments: Environment[];
  /** How many of the groups are hidden, and how many are quoted. */
  hidden: number;
  quoted: number;
  /** Where the mathematics ends that is but a number, and so is read; -1 outside of such. */
  numberEnd: number;
  /** Where the text to be read ends. */
  end: number;
  readonly ahead: LookAhead;
}

export function createState(text: string, out: ProseWriter): State {
  return {
    text,
    out,
    groups: [],
    environments: [],
    hidden: 0,
    quoted: 0,
    numberEnd: -1,
    end: text.length,
    ahead: createLookAhead(text),
  };
}

/** No document nests its environments deeper, and looking no further keeps hostile ones cheap. */
const DEEPEST = 50;

/** What a block is that begins here, by the nearest environment that says so. */
export function kindHere({ environments }: State): Exclude<ProseBlock['kind'], 'heading'> {
  for (const { content } of environments.slice(-DEEPEST).reverse()) {
    if (content === 'quote') return 'blockQuote';
    if (content === 'list') return 'listItem';
    if (content === 'table') return 'tableRow';
  }
  return 'paragraph';
}

export function openEnvironment({ environments }: State, name: string): void {
  environments.push({ name, content: contentOf(name) });
}

/** Closes the environment `name` and those left open within it. */
export function closeEnvironment({ environments }: State, name: string): void {
  const near = environments.slice(-DEEPEST);
  const at = near.findLastIndex((environment) => environment.name === name);
  if (at >= 0) environments.length -= near.length - at;
}
