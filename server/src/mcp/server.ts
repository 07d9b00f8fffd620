/** The MCP server: the tools as assistants reach them by the Model Context Protocol. */

import { McpServer } from '@modelcontextprotocol/server';
import { type OfferedTool, ToolError, type ToolSurroundings } from '../tools/tool.ts';
import { TOOLS } from '../tools/tools.ts';

export interface McpOptions {
  readonly version: string;
  /** What a tool works with, made anew for each call. Rejects with `ToolError` when the articles cannot be read. */
  readonly surroundings: () => Promise<ToolSurroundings>;
  /** What to say of an error of the articles, such as an archive that does not answer; null for any other. */
  readonly problemOf: (error: unknown) => string | null;
  /** Told of errors that are nobody’s fault but ours. */
  readonly log: (message: string) => void;
}

/** A server with the tools and nothing else: it reads articles and writes nowhere. */
export function createMcpServer(options: McpOptions): McpServer {
  const server = new McpServer(
    { name: 'corroborate', title: 'Corroborate', version: options.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) register(server, tool, options);
  return server;
}

const INSTRUCTIONS = [
  'Checks what is written against the user’s own source articles.',
  'Before you hand over text with figures, dates, quotations or names that rest on these articles, run check_text on it',
  'and mend what is refuted. Say what was not found rather than leaving it out.',
].join(' ');

/** Nothing is changed, the same question has the same answer, and nothing outside the corpus is reached. */
const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

function register(
  server: McpServer,
  { name, title, description, input, output, answer }: OfferedTool,
  { surroundings, problemOf, log }: McpOptions,
): void {
  const config = { title, description, inputSchema: input, outputSchema: output, annotations: ANNOTATIONS };
  server.registerTool(name, config, async (given: unknown) => {
    try {
      const { structured, text } = await answer(given, surroundings);
      return { structuredContent: { ...structured }, content: [{ type: 'text', text }] };
    } catch (error) {
      const problem = error instanceof ToolError ? error.message : problemOf(error);
      if (problem === null) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { isError: true, content: [{ type: 'text', text: problem ?? UNEXPECTED }] };
    }
  });
}

const UNEXPECTED = 'The check could not run; the log of the server says why.';
