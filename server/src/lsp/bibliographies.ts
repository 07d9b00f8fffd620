/** Bibliographies of the open drafts: read when a draft is checked, and again when one of the files changes. */

import { dirname, resolve } from 'node:path';
import { Emitter, type Event } from 'vscode-languageserver';
import type { BibliographyReader, OpenText } from '../bibliography/readFiles.ts';
import type { BibliographyFile } from '../cite/bibliography/bibliography.ts';
import { type CitationSettings, DEFAULT_CITATION, parseCitation } from '../cite/citationSettings.ts';
import type { Draft } from '../draft/draft.ts';
import { toPath } from './convert.ts';
import type { Settings } from './settings.ts';

/** How a draft is cited, and out of which files. */
export interface Citing {
  readonly settings: CitationSettings;
  readonly files: readonly BibliographyFile[];
}

export interface Bibliographies {
  /** What holds for a draft under `settings`. Never rejects; what cannot be read is named in the files. */
  of(draft: Draft, uri: string, settings: Pick<Settings, 'citation' | 'project'>): Promise<Citing>;
  /** Takes note of files that changed, by their absolute paths. */
  filesChanged(paths: readonly string[]): void;
  /** Grows with every change of a file that was read. */
  readonly generation: number;
  readonly onDidChange: Event<void>;
  /** Fires with paths that were not read before. */
  readonly onDidOpen: Event<readonly string[]>;
}

/**
 * `log` is told once of each thing that cannot be read. `folderOf` gives the workspace folder of a path, to which the paths of the editor's setting
 * are relative, and `openText` what the editor has open at a path.
 */
export function createBibliographies(
  folderOf: (path: string) => string | null,
  log: { warn(message: string): void },
  openText: (path: string) => OpenText | null,
): Bibliographies {
  let reader: BibliographyReader | null = null;
  const changed = new Emitter<void>();
  const opened = new Emitter<readonly string[]>();
  const known = new Set<string>();
  const told = new Set<string>();
  let generation = 0;
  return {
    async of(draft, uri, given) {
      const path = toPath(uri);
      const { settings, places } = settingsOf(
        given,
        path === null ? null : (folderOf(path) ?? dirname(path)),
      );
      // Decoders and parsers are needed by the first check, not before.
      const { bibliographyPaths, bibliographyProblems, createBibliographyReader } = await import(
        '../bibliography/readFiles.ts'
      );
      reader ??= createBibliographyReader(openText);
      const paths = bibliographyPaths(draft, places);
      const fresh = paths.filter((each) => !known.has(each));
      for (const each of fresh) known.add(each);
      if (fresh.length > 0) opened.fire(fresh);
      const files = await reader.read(paths);
      for (const problem of bibliographyProblems(draft, files)) {
        if (!told.has(problem)) log.warn(problem);
        told.add(problem);
      }
      return { settings, files };
    },
    filesChanged(paths) {
      if (!paths.some((path) => known.has(path))) return;
      generation += 1;
      changed.fire();
    },
    get generation() {
      return generation;
    },
    onDidChange: changed.event,
    onDidOpen: opened.event,
  };
}

/**
 * The editor's settings, and where they leave something open those of the configuration file. Editors send the default of
 * what is not set, so a default leaves it open.
 */
function settingsOf(
  { citation, project }: Pick<Settings, 'citation' | 'project'>,
  folder: string | null,
): { readonly settings: CitationSettings; readonly places: readonly string[] } {
  const own = parseCitation(citation).settings;
  const shared = parseCitation(project?.config.citation ?? {}).settings;
  const isOwn = own.bibliographies.length > 0;
  const base = isOwn || project === null ? folder : dirname(project.path);
  const given = isOwn ? own.bibliographies : shared.bibliographies;
  return {
    settings: {
      style: own.style === 'auto' ? shared.style : own.style,
      template: own.template ?? shared.template,
      locator: own.locator === DEFAULT_CITATION.locator ? shared.locator : own.locator,
      bibliographies: given,
    },
    places: base === null ? [] : given.map((place) => resolve(base, place)),
  };
}
