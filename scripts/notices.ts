/**
 * Notices: writes THIRD_PARTY_NOTICES.txt, the licences of everything that ships and is not ours.
 *
 * `node scripts/notices.ts` writes; with `--check` it writes nothing and exits 1 when the file is missing or stale.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import * as z from 'zod';
import { BUNDLES } from './bundles.ts';

const ROOT = new URL('../', import.meta.url);
const FILE = new URL('THIRD_PARTY_NOTICES.txt', ROOT);
const RULE = '='.repeat(80);

/** `node_modules/vscode-languageserver/node_modules/vscode-jsonrpc/`: up to the innermost package. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//;

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:\.(?:md|markdown|txt))?$/i;

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).default(''),
});

const text = [opening(), ...notices(await bundledPackages()), wordNet()].join(`\n${RULE}\n\n`);
if (process.argv.includes('--check')) check();
else writeFileSync(FILE, text);

interface Package {
  /** `zod 4.6.7 (MIT)`. */
  readonly title: string;
  /** What its licence files say. */
  readonly licence: string;
}

/** The packages that the bundles hold code of, by title. */
async function bundledPackages(): Promise<readonly Package[]> {
  const { metafile } = await build({ ...BUNDLES, minify: true, write: false, metafile: true });
  const folders = new Set<string>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = PACKAGE_FOLDER.exec(path)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1));
}

function readPackage(folder: string): Package {
  const read = (name: string): string => readFileSync(new URL(folder + name, ROOT), 'utf8');
  const { name, version, license, author } = manifestSchema.parse(JSON.parse(read('package.json')));
  const files = readdirSync(new URL(folder, ROOT));
  const licences = files.filter((file) => LICENCE_FILE.test(file)).sort();
  const readme = files.find((file) => /^readme(?:\.(?:md|markdown))?$/i.test(file));
  const written =
    licences.length > 0 ? licences.map(read) : [licenceSection(readme === undefined ? '' : read(readme))];
  const licence = written.map(plain).join('\n');
  // A few packages declare their licence and ship without its words.
  const declared = `${license}, as ${name} declares. ${author}\n`;
  return { title: `${name} ${version} (${license})`, licence: licence.trim() === '' ? declared : licence };
}

/** What a README says below its heading “License”; empty when it has none, or names the licence and no more. */
function licenceSection(readme: string): string {
  const section = readme.split(/^#{1,4} licen[cs]e[^\n]*$/im)[1]?.split(/^#{1,4} /m)[0] ?? '';
  return /permission is hereby granted|redistribution and use/i.test(section) ? section : '';
}

/** Lines that end in a line feed, without blanks at their ends. */
function plain(written: string): string {
  return `${written.replace(/[ \t]*\r?\n/g, '\n').trim()}\n`;
}

/** One notice for each licence: the packages it covers, then its words. */
function notices(packages: readonly Package[]): string[] {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence);
  return [...byLicence].map(
    ([licence, covered]) => `${covered.map(({ title }) => `${title}\n`).join('')}\n${licence}`,
  );
}

function opening(): string {
  return `Third-party notices

Corroborate holds code and data of others, each under the licence that stands here below it.
Made by scripts/notices.ts from what the bundles are made of.
`;
}

function wordNet(): string {
  const licence = readFileSync(new URL('server/data/wordnet-license.txt', ROOT), 'utf8');
  return `WordNet 3.1

The lists of synonyms and antonyms are made from the WordNet database: first senses only, every word cut to its stem.

${licence}`;
}

function check(): void {
  if (written() === text) return;
  console.error('THIRD_PARTY_NOTICES.txt is stale. Run `npm run notices`.');
  process.exitCode = 1;
}

function written(): string | null {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return null;
  }
}
