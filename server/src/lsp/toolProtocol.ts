/** The messages behind the tools for assistants, for clients that offer them. */

/** Request, client to server: `ToolParams`, answered with `ToolAnswer`. */
export const TOOL_METHOD = 'corroborate/tool';

export interface ToolParams {
  /** As in the table of tools: `check_text`. */
  readonly name: string;
  /** What the tool is given; the server checks it. */
  readonly input: unknown;
  /** The document whose articles are meant; null for those of the first workspace folder. */
  readonly uri: string | null;
}

export type ToolAnswer =
  /** The answer in words. */
  | { readonly state: 'answered'; readonly text: string }
  /** Why there is none, for the assistant to mend. */
  | { readonly state: 'refused'; readonly reason: string };
