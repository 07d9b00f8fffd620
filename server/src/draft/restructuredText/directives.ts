/** Directives of reStructuredText: what stands in them, and what their argument is. */

/** What a directive holds: paragraphs of text, a quotation, or nothing that is prose. */
export type Content = 'prose' | 'quote' | 'hidden';

/** What stands behind its colons: the first words of its text, a title, or a setting. */
export type Argument = 'words' | 'title' | 'setting';

export interface Directive {
  readonly content: Content;
  readonly argument: Argument;
}

const DIRECTIVES: readonly (readonly [content: Content, argument: Argument, names: string])[] = [
  [
    'prose',
    'words',
    'note warning tip important caution attention danger error hint seealso compound container only',
  ],
  ['prose', 'words', 'centered header footer rubric parsed-paragraph'],
  ['prose', 'title', 'admonition topic sidebar table list-table dropdown card grid-item-card tab tab-item'],
  ['prose', 'setting', 'figure versionadded versionchanged deprecated class rst-class tabs tab-set grid'],
  ['quote', 'words', 'epigraph highlights pull-quote'],
];

const BY_NAME: ReadonlyMap<string, Directive> = new Map(
  DIRECTIVES.flatMap(([content, argument, names]) =>
    names.split(' ').map((name) => [name, { content, argument }] as const),
  ),
);

/** What is not named holds code, settings, pictures or lists made by a program. */
const OTHER: Directive = { content: 'hidden', argument: 'setting' };

export function directiveOf(name: string): Directive {
  return BY_NAME.get(name.toLowerCase()) ?? OTHER;
}
