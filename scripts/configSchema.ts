/**
 * Configuration schema: writes schema/corroborate.config.schema.json, by which editors check and complete the file.
 *
 * `node scripts/configSchema.ts` writes; with `--check` it writes nothing and exits 1 when the schema is not current.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { configSchema } from '../server/src/config/config.ts';
import { RULES } from '../server/src/rules/index.ts';

const FILE = new URL('../schema/corroborate.config.schema.json', import.meta.url);

/** The schema of what may be written, with the keys of `severity` spelt out so that an editor can offer them. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.description !== undefined) jsonSchema.markdownDescription = jsonSchema.description;
      const { propertyNames, additionalProperties: level } = jsonSchema;
      if (typeof propertyNames !== 'object' || propertyNames.enum === undefined || typeof level !== 'object')
        return;
      const properties = RULES.map(({ code, title, severity }) => {
        const description = `${title}. Default: ${severity ?? 'off'}.`;
        return [code, { ...level, description }] as const;
      });
      delete jsonSchema.propertyNames;
      jsonSchema.properties = Object.fromEntries(properties);
      jsonSchema.additionalProperties = false;
    },
  });
}

function run(): void {
  const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    mkdirSync(new URL('.', FILE), { recursive: true });
    writeFileSync(FILE, text);
  } else if (readFileSync(FILE, 'utf8') !== text) {
    console.error('schema/corroborate.config.schema.json is stale. Run `npm run docs`.');
    process.exitCode = 1;
  }
}

if (import.meta.main) run();
