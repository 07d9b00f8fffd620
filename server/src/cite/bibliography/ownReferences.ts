/** The list `references:` in a draft's front matter. */

import type { Draft } from '../../draft/draft.ts';
import { readFrontMatter } from '../../text/frontMatter.ts';
import type { Reference } from '../reference.ts';
import { referenceOfItem } from './cslItem.ts';

/** The entries of the draft's own list; null when it has none. Never throws. */
export function ownReferences({ language, text }: Draft): readonly Reference[] | null {
  if (language !== 'markdown' && language !== 'quarto' && language !== 'mdx') return null;
  const list = readFrontMatter(text)?.fields.references;
  if (!Array.isArray(list)) return null;
  const items: readonly unknown[] = list;
  return items.map(referenceOfItem).filter((reference) => reference !== null);
}
