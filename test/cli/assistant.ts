/** An assistant: the official client of the Model Context Protocol, connected to `corroborate mcp` as it is built. */

import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import * as z from 'zod';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

/** An assistant that is connected to `corroborate mcp`. */
export interface Assistant extends AsyncDisposable {
  readonly client: Client;
  readonly workspace: Workspace;
  /** The structured answer of a tool that did not fail. */
  ask<T>(schema: z.ZodType<T>, name: string, given: Readonly<Record<string, unknown>>): Promise<T>;
  /** What a tool says when it cannot answer. */
  fail(name: string, given: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Starts the server in a new workspace with these files, which end with the assistant. */
export function assistantOf(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Assistant> {
  return assistantWith({}, files, ...args);
}

/** The same with these variables in the server's environment. */
export async function assistantWith(
  env: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Assistant> {
  const workspace = await workspaceOf(files);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [await freshBuild(), 'mcp', ...args],
    cwd: workspace.path,
    env: { ...env },
    stderr: 'ignore',
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  return {
    client,
    workspace,
    async ask(schema, name, given) {
      const { isError, structuredContent, content } = await client.callTool({
        name,
        arguments: { ...given },
      });
      assert.notEqual(isError, true, JSON.stringify(content));
      return schema.parse(structuredContent);
    },
    async fail(name, given) {
      const { isError, content } = await client.callTool({ name, arguments: { ...given } });
      assert.equal(isError, true);
      return z.tuple([z.object({ type: z.literal('text'), text: z.string() })]).parse(content)[0].text;
    },
    async [Symbol.asyncDispose]() {
      await client.close();
      await workspace[Symbol.asyncDispose]();
    },
  };
}

/** What the tools answer. */
export const passage = z.object({
  article: z.string(),
  path: z.string(),
  outlet: z.string().nullable(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
export const checked = z.object({
  articles: z.number(),
  filesToGo: z.number(),
  verdicts: z.record(z.string(), z.number()),
  claims: z.array(
    z.object({
      text: z.string(),
      start: z.number(),
      end: z.number(),
      verdict: z.string(),
      code: z.string().nullable(),
      passages: z.array(passage),
      corrections: z.array(
        z.object({ edits: z.array(z.object({ start: z.number(), end: z.number(), newText: z.string() })) }),
      ),
    }),
  ),
  omitted: z.number(),
});
export const found = z.object({ passages: z.array(passage.extend({ coverage: z.number() })) });
