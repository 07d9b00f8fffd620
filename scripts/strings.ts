/**
 * Strings: what the client says to people, collected from its source for translators.
 *
 * `node scripts/strings.ts` writes l10n/bundle.l10n.json and names what a language lacks. Words of the manifest stand
 * in package.nls.json, which is written by hand.
 */

import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';
import * as z from 'zod';

/** Languages besides English that every string is translated into. */
export const LANGUAGES = ['de'] as const;

/** A string by its key: the English text itself, with a comment for translators behind it where there is one. */
export type Bundle = Readonly<Record<string, unknown>>;

const ROOT = new URL('../', import.meta.url);
const bundleSchema = z.record(z.string(), z.unknown());

/** Every string that the client's source passes to `l10n.t`, in the order of the alphabet. */
export async function clientStrings(): Promise<Bundle> {
  const files = globSync('client/src/**/*.ts', { cwd: ROOT.pathname });
  const scripts = files.map(
    (file) => ({ extension: '.ts', contents: readFileSync(new URL(file, ROOT), 'utf8') }) as const,
  );
  const found = Object.entries(await getL10nJson(scripts));
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The client's strings as written to the repository, in English (null) or a language. */
export function writtenStrings(language: string | null): Bundle {
  return readJson(`l10n/bundle.l10n.${language === null ? '' : `${language}.`}json`);
}

/** The manifest's words in English (null) or a language. */
export function manifestWords(language: string | null): Bundle {
  return readJson(`package.nls.${language === null ? '' : `${language}.`}json`);
}

/** Keys that only one of the two has. */
export function differentKeys(one: Bundle, other: Bundle): readonly string[] {
  const onlyIn = (here: Bundle, there: Bundle) => Object.keys(here).filter((key) => !(key in there));
  return [...onlyIn(one, other), ...onlyIn(other, one)];
}

function readJson(path: string): Bundle {
  return bundleSchema.parse(JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')));
}

async function write(): Promise<void> {
  const strings = await clientStrings();
  mkdirSync(new URL('l10n/', ROOT), { recursive: true });
  writeFileSync(new URL('l10n/bundle.l10n.json', ROOT), `${JSON.stringify(strings, null, 2)}\n`);
  for (const language of LANGUAGES) {
    const missing = [
      ...differentKeys(strings, writtenStrings(language)),
      ...differentKeys(manifestWords(null), manifestWords(language)),
    ];
    for (const key of missing) console.log(`${language}: ${key}`);
  }
}

if (import.meta.main) await write();
