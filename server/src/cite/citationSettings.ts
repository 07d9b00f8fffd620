/** The settings `corroborate.citation.*`: validated, the same for every surface. */

import * as z from 'zod';
import { CITATION_STYLES } from './notation/notation.ts';
import { parseTemplate, type Template } from './notation/template.ts';
import type { LocatorChoice } from './source.ts';
import type { StyleSetting } from './style.ts';

export interface CitationSettings {
  readonly style: StyleSetting;
  readonly template: Template | null;
  readonly locator: LocatorChoice;
  /** Bibliographies beside those that the draft names, as given. */
  readonly bibliographies: readonly string[];
}

/** What holds where nothing is set. */
export const DEFAULT_CITATION: CitationSettings = {
  style: 'auto',
  template: null,
  locator: 'page',
  bibliographies: [],
};

/** The settings as they are written, each of which may be missing. */
export interface WrittenCitation {
  readonly style?: unknown;
  readonly template?: unknown;
  readonly locator?: unknown;
  readonly bibliography?: unknown;
}

const styleSchema = z.enum(['auto', ...CITATION_STYLES]);
const locatorSchema = z.enum(['page', 'page-or-line', 'none']);
const placesSchema = z.union([z.array(z.string()), z.string().transform((place) => [place])]);

/** The settings that `written` makes. What is malformed is named in `problems` and counts as not set. */
export function parseCitation(written: WrittenCitation): {
  readonly settings: CitationSettings;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const read = <T>(name: keyof WrittenCitation, schema: z.ZodType<T>, fallback: T): T => {
    const value = written[name];
    if (value === undefined || value === null) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push(`citation.${name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
    return fallback;
  };
  const style = read('style', styleSchema, DEFAULT_CITATION.style);
  const words = read('template', z.string(), '').trim();
  const template = words === '' ? null : parseTemplate(words);
  if (template !== null && 'problem' in template) problems.push(`citation.template: ${template.problem}`);
  if (style === 'template' && template === null) {
    problems.push('citation.style is `template`, and citation.template is empty');
  }
  const settings: CitationSettings = {
    style,
    template: template === null || 'problem' in template ? null : template,
    locator: read('locator', locatorSchema, DEFAULT_CITATION.locator),
    bibliographies: read('bibliography', placesSchema, []).filter((place) => place.trim() !== ''),
  };
  return { settings, problems };
}
