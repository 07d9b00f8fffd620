/** The tools for assistants as a request: an editor offers them, the server answers. */

import { dirname, relative } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import type { ToolSurroundings } from '../tools/tool.ts';
import { toPath } from './convert.ts';
import type { Corpus } from './corpus.ts';
import { isWithin } from './folders.ts';
import type { Session } from './session.ts';
import { TOOL_METHOD, type ToolAnswer } from './toolProtocol.ts';

/** `today` is the day where the writer is. */
export function registerTools(session: Session, today: () => string): void {
  session.connection.onRequest<ToolAnswer, void>(
    TOOL_METHOD,
    async (params: unknown, token: CancellationToken) =>
      answer(session, paramsSchema.parse(params), today, token),
  );
}

const paramsSchema = z.object({ name: z.string(), input: z.unknown(), uri: z.string().nullable() });

type Params = z.infer<typeof paramsSchema>;

async function answer(
  session: Session,
  params: Params,
  today: () => string,
  token: CancellationToken,
): Promise<ToolAnswer> {
  // Nothing of the tools is needed before an assistant asks.
  const [{ TOOLS }, { ToolError }] = await Promise.all([
    import('../tools/tools.ts'),
    import('../tools/tool.ts'),
  ]);
  const tool = TOOLS.find(({ name }) => name === params.name);
  if (tool === undefined) return { state: 'refused', reason: `There is no tool ${params.name}.` };
  const surroundings = async (): Promise<ToolSurroundings> => {
    const { severities, problem } = await session.settings.of(params.uri);
    if (problem !== null) throw new ToolError(problem);
    const corpus = await corpusFor(session, params.uri);
    await corpus?.ready();
    if (corpus === undefined) throw new ToolError('There are no source articles.');
    if (corpus.problem !== null) throw new ToolError(`The articles cannot be read: ${corpus.problem}`);
    const { size, pending } = corpus.index;
    if (size === 0 && pending === 0) throw new ToolError('There are no source articles.');
    return {
      index: corpus.index,
      options: { severities, today: today() },
      cancellation: token,
      shownPath: (path) => shownPath(path, params.uri),
    };
  };
  try {
    const { text } = await tool.answer(params.input, surroundings);
    return { state: 'answered', text };
  } catch (error) {
    if (error instanceof ToolError) return { state: 'refused', reason: error.message };
    throw error;
  }
}

async function corpusFor({ corpora }: Session, uri: string | null): Promise<Corpus | undefined> {
  return uri === null ? (await corpora.all())[0] : corpora.forDraft(uri);
}

/** From the folder, or that of the document, where the article lies below it. */
function shownPath(path: string, uri: string | null): string {
  const place = uri === null ? null : toPath(uri);
  const base = place === null ? undefined : [place, dirname(place)].find((folder) => isWithin(folder, path));
  return base === undefined ? path : relative(base, path);
}
