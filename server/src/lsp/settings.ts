/** The user's settings: asked of the client where it answers, otherwise taken from what it sent. */

import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type Event,
} from 'vscode-languageserver';
import * as z from 'zod';
import type { CheckOptions } from '../check/options.ts';
import { parseCitation, type WrittenCitation } from '../cite/citationSettings.ts';
import type { ConfigFile } from '../config/config.ts';
import { type AddressReading, type ArchiveAddress, readArchiveAddress } from '../corpus/archive/address.ts';
import { CODES } from '../rules/codes.ts';
import type { ClientProfile } from './clientProfile.ts';
import { toPath } from './convert.ts';
import type { ProjectConfigs } from './projectConfigs.ts';

/** The settings of one folder. */
export interface Settings {
  readonly enable: boolean;
  /** Folders or globs of articles, absolute or relative to the workspace folder. Never empty where settings are asked for. */
  readonly corpus: readonly string[];
  /** The archive that drafts are checked against in place of a corpus; null for none. */
  readonly archive: ArchiveAddress | null;
  /** Whether links among the articles are followed. */
  readonly links: 'refuse' | 'follow';
  readonly severities: CheckOptions['severities'];
  /** Whether counts stand over the headings of drafts and the passages of articles. */
  readonly codeLens: boolean;
  /** The settings of citations as they are written. */
  readonly citation: WrittenCitation;
  /** The configuration file that holds for the drafts; null where there is none. */
  readonly project: ConfigFile | null;
  /** Why drafts cannot be checked under these settings, with file and line; null when they can. */
  readonly problem: string | null;
}

export interface SettingsSource {
  /** The settings that hold for a document or folder; null asks for those of no folder in particular. */
  of(scopeUri: string | null): Promise<Settings>;
  /** Grows with every change, so that answers made under older settings can be told apart. */
  readonly generation: number;
  readonly onDidChange: Event<void>;
  /** Asks the client to tell of changes; call once the client is initialized. */
  register(): void;
}

/** The folder that is looked at when nothing is set. */
export const DEFAULT_CORPUS: readonly string[] = ['corpus'];

const SECTION = 'corroborate';

/**
 * Settings from the client. The archive is that of the setting `corroborate.archive.url`, unless initialization options or
 * command line name a corpus. The corpus is, in this order: that of the initialization options, `commandLineCorpus`
 * (`--corpus`), the setting `corroborate.corpus`, the configuration file, the folder `corpus`. Whatever else a configuration
 * file says holds where the editor’s settings leave it open.
 */
export function createSettingsSource(
  connection: Connection,
  client: ClientProfile,
  commandLineCorpus: readonly string[],
  configs: ProjectConfigs,
): SettingsSource {
  const changed = new Emitter<void>();
  const cache = new Map<string, Promise<Settings>>();
  let sent: unknown = client.options.settings;
  let generation = 0;
  const fixedCorpus = client.options.corpus ?? (commandLineCorpus.length > 0 ? commandLineCorpus : undefined);

  const read = async (scopeUri: string | null): Promise<Settings> => {
    const item = scopeUri === null ? { section: SECTION } : { scopeUri, section: SECTION };
    const raw: unknown = client.configuration ? await connection.workspace.getConfiguration(item) : sent;
    const { settings, problems } = parseSettings(raw);
    for (const problem of problems) connection.console.warn(problem);
    const given = fixedCorpus === undefined ? settings : { ...settings, corpus: fixedCorpus, archive: null };
    const path = scopeUri === null ? null : toPath(scopeUri);
    const completed = path === null ? given : await configs.complete(given, path);
    return completed.corpus.length > 0 ? completed : { ...completed, corpus: DEFAULT_CORPUS };
  };

  const didChange = (): void => {
    cache.clear();
    generation += 1;
    changed.fire();
  };
  configs.onDidChange(didChange);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (!client.configuration) sent = sectionOf(settings);
    didChange();
  });

  return {
    of(scopeUri) {
      const key = scopeUri ?? '';
      const known = cache.get(key) ?? read(scopeUri);
      cache.set(key, known);
      // A failed request is asked again next time.
      known.catch(() => cache.delete(key));
      return known;
    },
    get generation() {
      return generation;
    },
    onDidChange: changed.event,
    register() {
      if (!client.configurationChanges) return;
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    },
  };
}

const severitySchema = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** A list of non-empty entries; one entry may stand without the list, as other tools allow. */
const corpusSchema = z.union([z.array(z.string()), z.string().transform((entry) => [entry])]);

/** The address of an archive, which the settings of the machine hold; an empty one stands for none. */
const archiveSchema = z
  .object({ url: z.string().nullish() })
  .transform(({ url }): AddressReading | null => {
    if (url === undefined || url === null || url.trim() === '') return null;
    const reading = readArchiveAddress(url);
    if (reading.kind === 'address') return reading;
    return {
      kind: 'problem',
      problem: `${SECTION}.archive.url: the address of the archive ${reading.problem}`,
    };
  })
  .nullable();

/**
 * Reads settings as a client sends them. What is malformed is named in `problems` and counts as not set; a corpus that is
 * not set is empty.
 */
export function parseSettings(raw: unknown): { settings: Settings; problems: readonly string[] } {
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(raw);
  const problems: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T): T => {
    const value = fields[name];
    if (value === undefined || value === null) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push(`${SECTION}.${name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
    return fallback;
  };
  const archive = read('archive', archiveSchema, null);
  if (archive?.kind === 'problem') problems.push(archive.problem);
  const settings: Settings = {
    archive: archive?.kind === 'address' ? archive.address : null,
    enable: read('enable', z.boolean(), true),
    corpus: read('corpus', corpusSchema, []).filter((entry) => entry.trim() !== ''),
    links: read('followLinks', z.boolean(), false) ? 'follow' : 'refuse',
    severities: read('severity', z.partialRecord(z.enum(CODES), severitySchema), {}),
    codeLens: read('codeLens', z.boolean(), true),
    citation: readCitation(fields.citation, problems),
    project: null,
    // A folder must not stand in for an archive whose address is not understood.
    problem: archive?.kind === 'problem' ? archive.problem : null,
  };
  return { settings, problems };
}

/** What is wrong with the settings of citations is told here, once; what is right of them is read with each draft. */
function readCitation(given: unknown, problems: string[]): WrittenCitation {
  const written = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(given ?? {});
  problems.push(...parseCitation(written).problems.map((problem) => `${SECTION}.${problem}`));
  return written;
}

/** Clients send either the section itself or an object that holds it. */
function sectionOf(settings: unknown): unknown {
  const outer = z.record(z.string(), z.unknown()).safeParse(settings);
  return outer.success && SECTION in outer.data ? outer.data[SECTION] : settings;
}
