/** Language model tools: writes what package.json says of the tools for assistants from the table of tools. */

import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { TOOLS } from '../server/src/tools/tools.ts';

const PACKAGE = new URL('../package.json', import.meta.url);

/** Their icons, by the names of the tools. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ['check_text', '$(checklist)'],
  ['find_sources', '$(search)'],
  ['get_passage', '$(book)'],
]);

/** The contribution `languageModelTools`. What people are told stands in package.nls.json. */
export function languageModelTools(): readonly object[] {
  return TOOLS.map(({ name, description, input }) => {
    const reference = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const { $schema: _, ...inputSchema } = z.toJSONSchema(input, { target: 'draft-7', io: 'input' });
    return {
      name: `corroborate_${reference}`,
      toolReferenceName: reference,
      displayName: `%tool.${reference}.name%`,
      userDescription: `%tool.${reference}.description%`,
      modelDescription: description.replace(/\s+/g, ' '),
      canBeReferencedInPrompt: true,
      tags: ['corroborate', 'fact-checking'],
      icon: ICONS.get(name),
      inputSchema,
    };
  });
}

const objectSchema = z.record(z.string(), z.unknown());

if (import.meta.main) {
  const manifest = objectSchema.parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));
  const contributes = objectSchema.parse(manifest.contributes);
  manifest.contributes = { ...contributes, languageModelTools: languageModelTools() };
  writeFileSync(PACKAGE, `${JSON.stringify(manifest, null, 2)}\n`);
}
