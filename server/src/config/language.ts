/** The language of a draft: as the configuration file has it for files of its extension, else as the surface knows it. */

import type { Config } from './config.ts';

/** What `readDraft` takes as the language of the file at `path`; `otherwise` where the configuration says nothing. */
export function languageOf(path: string, otherwise: string, config: Config | null): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const extension = dot === -1 ? '' : name.slice(dot + 1);
  const languages = new Map(Object.entries(config?.language ?? {}));
  return languages.get(extension) ?? otherwise;
}
