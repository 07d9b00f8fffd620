/** What the client can do and what it asked for, read once from its `initialize` request. */

import type { InitializeParams } from 'vscode-languageserver';
import * as z from 'zod';
import { type ClientAbilities, readAbilities } from './clientAbilities.ts';
import { CODE_PLACEHOLDER, type InitializationOptions } from './protocol.ts';

export interface ClientProfile extends ClientAbilities {
  readonly options: InitializationOptions;
  /** What was wrong with the initialization options, one line each; the options then count as not given. */
  readonly problems: readonly string[];
}

/** Reads the client's profile. Never throws: what is malformed counts as absent and is named in `problems`. */
export function readClientProfile(params: InitializeParams): ClientProfile {
  const { options, problems } = readOptions(params.initializationOptions);
  return { ...readAbilities(params.capabilities), options, problems };
}

const optionsSchema = z.object({
  corpus: z.array(z.string()).optional(),
  ruleUri: z.string().includes(CODE_PLACEHOLDER).optional(),
  indexFolder: z.string().min(1).optional(),
  status: z.boolean().optional(),
  diagnosticsInHover: z.boolean().optional(),
  showReferences: z.string().min(1).optional(),
  articleText: z.boolean().optional(),
  signOff: z.boolean().optional(),
  trusted: z.boolean().optional(),
  settings: z.unknown().optional(),
});

function readOptions(given: unknown): Pick<ClientProfile, 'options' | 'problems'> {
  if (given === undefined || given === null) return { options: {}, problems: [] };
  const parsed = optionsSchema.safeParse(given);
  if (parsed.success) return { options: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(
    ({ path, message }) => `initializationOptions.${path.join('.')}: ${message}`,
  );
  return { options: {}, problems };
}
