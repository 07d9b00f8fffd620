/** Reads the text of a configuration file, or says what is wrong with it: line, key and cause. */

import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type * as z from 'zod';
import { linesOf } from '../text/lines.ts';
import { type Config, configSchema } from './config.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config }
  /** Never empty. */
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] };

export interface ConfigProblem {
  /** 1-based. */
  readonly line: number;
  /** The key and what is wrong with it: `severity.spelling: …`. */
  readonly message: string;
}

/** Reads the text of the file, which is JSON without comments. Never throws. */
export function readConfig(text: string): ConfigReading {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const lineAt = (offset: number): number => linesOf(text).placeOf(offset).line;
  const [broken] = errors;
  // What follows the first error of a grammar is mostly of its making.
  if (broken !== undefined || tree === undefined)
    return problems([{ line: lineAt(broken?.offset ?? 0), message: grammarProblem(broken) }]);
  const parsed = configSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    return problems(parsed.error.issues.flatMap((issue) => problemsOf(issue, tree, lineAt)));
  const { $schema: _, ...config } = parsed.data;
  return { kind: 'config', config };
}

function problems(found: readonly ConfigProblem[]): ConfigReading {
  return { kind: 'problems', problems: found };
}

/** `expected a comma` from `CommaExpected`. */
function grammarProblem(error: ParseError | undefined): string {
  if (error === undefined) return 'the file is empty';
  const words = printParseErrorCode(error.error).replace(/(?!^)(?=[A-Z])/g, ' ');
  return `no valid JSON: ${words.toLowerCase()}`;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  tree: Node,
  lineAt: (offset: number) => number,
): readonly ConfigProblem[] {
  const at = (keys: readonly PropertyKey[], message: string): ConfigProblem => {
    const path = keys.filter((key) => typeof key !== 'symbol');
    const named = path.length === 0 ? '' : `${path.join('.')}: `;
    return { line: lineAt(nodeAt(tree, path)?.offset ?? 0), message: `${named}${message}` };
  };
  if (issue.code !== 'unrecognized_keys') return [at(issue.path, issue.message)];
  return issue.keys.map((key) => at([...issue.path, key], 'there is no such key'));
}

/** The property at a path, else its value. */
function nodeAt(tree: Node, path: readonly (string | number)[]): Node | undefined {
  const value = findNodeAtLocation(tree, [...path]);
  return value?.parent?.type === 'property' ? value.parent : value;
}
