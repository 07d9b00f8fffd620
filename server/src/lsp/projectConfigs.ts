/** The configuration files of the open drafts: what they add to the settings of the editor. */

import { basename } from 'node:path';
import { Emitter, type Event } from 'vscode-languageserver';
import { CONFIG_NAME, type ConfigFile } from '../config/config.ts';
import { configuredCorpus, withinFolder } from '../config/places.ts';
import type { ConfigProblem } from '../config/readConfig.ts';
import type { Settings } from './settings.ts';

export type Trust = 'trusted' | 'untrusted';

export interface ProjectConfigs {
  /**
   * The settings with what the nearest configuration file above `path`, absolute, says where the editor says nothing. A file
   * that cannot be used becomes their `problem`.
   */
  complete(settings: Settings, path: string): Promise<Settings>;
  /** Takes note of files that changed, by their absolute paths. */
  filesChanged(paths: readonly string[]): void;
  /** Takes note that the user trusts the workspace from now on. */
  grantTrust(): void;
  readonly onDidChange: Event<void>;
  /** Fires with what is wrong with each file that is read; with nothing for one that is in order. */
  readonly onDidRead: Event<ConfigFileReading>;
  /** Fires with the places at which a file may stand, whenever one is asked for. */
  readonly onDidLook: Event<readonly string[]>;
}

export interface ConfigFileReading {
  readonly path: string;
  readonly problems: readonly ConfigProblem[];
}

/** `trust` is what the client says at start; `log` is told of entries that are left out for want of it. */
export function createProjectConfigs(trust: Trust, log: { warn(message: string): void }): ProjectConfigs {
  const changed = new Emitter<void>();
  const reading = new Emitter<ConfigFileReading>();
  const looking = new Emitter<readonly string[]>();
  let current = trust;

  return {
    async complete(settings, path) {
      // The reader is not needed before the first settings are.
      const { configPlaces, describeProblem, findConfig } = await import('../config/findConfig.ts');
      looking.fire(configPlaces(path));
      const found = await findConfig(path);
      switch (found.kind) {
        case 'none':
          return settings;
        case 'problem':
          reading.fire(found);
          return { ...settings, problem: describeProblem(found.path, found.problems) };
        case 'found':
          reading.fire({ path: found.file.path, problems: [] });
          return withConfig(settings, found.file, current, log);
      }
    },
    filesChanged(paths) {
      if (paths.some((path) => basename(path) === CONFIG_NAME)) changed.fire();
    },
    grantTrust() {
      if (current === 'trusted') return;
      current = 'trusted';
      changed.fire();
    },
    onDidChange: changed.event,
    onDidRead: reading.event,
    onDidLook: looking.event,
  };
}

/** What the editor says holds, code by code; what it leaves open the file says. */
function withConfig(
  settings: Settings,
  file: ConfigFile,
  trust: Trust,
  log: { warn(message: string): void },
): Settings {
  const { file: project, ignored } = trust === 'trusted' ? { file, ignored: [] } : withinFolder(file);
  for (const entry of ignored)
    log.warn(`${file.path}: ${entry} is left out: it leads out of a workspace that is not trusted`);
  return {
    ...settings,
    corpus: settings.corpus.length > 0 ? settings.corpus : configuredCorpus(project),
    severities: { ...project.config.severity, ...settings.severities },
    project,
  };
}
