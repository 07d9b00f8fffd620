/** Settings: writes the properties of the setting `corroborate.severity` into package.json from the table of rules. */

import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { RULES } from '../server/src/rules/index.ts';

const PACKAGE = new URL('../package.json', import.meta.url);

/** The JSON schema of one property for each code. */
export function severityProperties(): Record<string, unknown> {
  const properties = RULES.map(({ code, title, severity }) => {
    const description = `${title}. Default: ${severity ?? 'off'}.`;
    return [code, { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'], description }];
  });
  return Object.fromEntries(properties);
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

/** The manifest with `change` made to the setting, everything else in its order. */
function readPackage(change: (setting: z.infer<typeof settingSchema>) => unknown): unknown {
  return JSON.parse(readFileSync(PACKAGE, 'utf8'), (key, value: unknown) =>
    key === SETTING ? change(settingSchema.parse(value)) : value,
  );
}

if (import.meta.main) {
  const manifest = readPackage((setting) => ({ ...setting, properties: severityProperties() }));
  writeFileSync(PACKAGE, `${JSON.stringify(manifest, null, 2)}\n`);
}
