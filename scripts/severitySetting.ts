/** Settings: writes the properties of the setting `corroborate.severity` and their English words from the table of rules. */

import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { RULES } from '../server/src/rules/index.ts';

const PACKAGE = new URL('../package.json', import.meta.url);
const WORDS = new URL('../package.nls.json', import.meta.url);

/** The JSON schema of one property for each code. */
export function severityProperties(): Record<string, unknown> {
  const properties = RULES.map(({ code }) => {
    const description = `%${keyOf(code)}%`;
    return [code, { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'], description }];
  });
  return Object.fromEntries(properties);
}

/** The English words of the properties, by their keys in package.nls.json. */
export function severityWords(): Record<string, string> {
  const words = RULES.map(({ code, title, severity }) => [
    keyOf(code),
    `${title}. Default: ${severity ?? 'off'}.`,
  ]);
  return Object.fromEntries(words);
}

const KEYS = 'severity.';

function keyOf(code: string): string {
  return `${KEYS}${code}`;
}

const SETTING = 'corroborate.severity';

const settingSchema = z.record(z.string(), z.unknown());

/** The properties that package.json has now. */
export function writtenProperties(): unknown {
  let written: unknown;
  readPackage((setting) => {
    written = setting.properties;
    return setting;
  });
  return written;
}

/** The words that package.nls.json has now, of this setting. */
export function writtenWords(): Record<string, string> {
  return Object.fromEntries(Object.entries(readWords()).filter(([key]) => key.startsWith(KEYS)));
}

function readWords(): Record<string, string> {
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(WORDS, 'utf8')));
}

/** The manifest with `change` made to the setting, everything else in its order. */
function readPackage(change: (setting: z.infer<typeof settingSchema>) => unknown): unknown {
  return JSON.parse(readFileSync(PACKAGE, 'utf8'), (key, value: unknown) =>
    key === SETTING ? change(settingSchema.parse(value)) : value,
  );
}

function write(): void {
  const manifest = readPackage((setting) => ({ ...setting, properties: severityProperties() }));
  writeFileSync(PACKAGE, `${JSON.stringify(manifest, null, 2)}\n`);
  const others = Object.entries(readWords()).filter(([key]) => !key.startsWith(KEYS));
  const words = { ...Object.fromEntries(others), ...severityWords() };
  writeFileSync(WORDS, `${JSON.stringify(words, null, 2)}\n`);
}

if (import.meta.main) write();
