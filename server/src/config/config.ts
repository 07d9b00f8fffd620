/** The configuration file: what a project may say of its drafts, for the command line, the editor and assistants alike. */

import * as z from 'zod';
import type { Severity } from '../check/finding.ts';
import { CITATION_STYLES } from '../cite/notation/notation.ts';
import { parseTemplate } from '../cite/notation/template.ts';
import { DRAFT_LANGUAGES } from '../draft/languages.ts';
import { CODES } from '../rules/codes.ts';

/** Its name, in the folder of a draft or in one above. */
export const CONFIG_NAME = 'corroborate.config.json';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (
  | Severity
  | 'off'
)[];

const levelSchema = z.enum(LEVELS);
const placeSchema = z.string().min(1);

const citationSchema = z
  .strictObject({
    style: z
      .enum(['auto', ...CITATION_STYLES])
      .optional()
      .describe('How citations are written; `auto` does as the draft already does.'),
    template: z
      .string()
      .min(1)
      .superRefine((words, context) => {
        const template = parseTemplate(words);
        if ('problem' in template) context.addIssue(template.problem);
      })
      .optional()
      .describe('What a citation of the style `template` looks like, with placeholders in braces.'),
    locator: z
      .enum(['page', 'page-or-line', 'none'])
      .optional()
      .describe('Which place in the source a citation names.'),
    bibliography: z
      .union([placeSchema, z.array(placeSchema)], { error: 'expected a file, or a list of files' })
      .optional()
      .describe('Bibliographies of the drafts (`.bib` or CSL-JSON), relative to this file.'),
  })
  .describe('How sources are cited.');

/** Where a configuration file says nothing, the default holds. Unknown keys are refused, so that none is misspelt. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    corpus: z
      .union([placeSchema, z.array(placeSchema).min(1)], {
        error: 'expected a folder, file or glob, or a list of these',
      })
      .transform((places) => (typeof places === 'string' ? [places] : places))
      .optional()
      .describe('Folders, files or globs of articles, relative to this file. Default: the folder `corpus`.'),
    severity: z
      .partialRecord(z.enum(CODES), levelSchema)
      .optional()
      .describe('How loud each kind of finding is. A kind that is not named keeps its own level.'),
    citation: citationSchema.optional(),
    failOn: z
      .enum(['error', 'warning', 'information', 'hint', 'never'])
      .optional()
      .describe(
        '`corroborate check` exits with 1 on findings of this severity or a louder one. Default: warning.',
      ),
    language: z
      .record(z.string().regex(/^[\p{L}\p{N}_+-]+$/u), z.enum(DRAFT_LANGUAGES))
      .optional()
      .describe('What language the files of an extension are written in: `{ "inc": "markdown" }`.'),
  })
  .describe('Configuration of Corroborate for the drafts in this folder and those below it.');

export type Config = Omit<z.infer<typeof configSchema>, '$schema'>;

/** A configuration file that was read. */
export interface ConfigFile {
  /** Absolute path of the file. */
  readonly path: string;
  readonly config: Config;
}
