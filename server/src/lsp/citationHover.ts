/** Hover on a citation: the reference it leads to, and the passages by which its article bears the sentence out. */

import type { Evidence } from '../check/finding.ts';
import type { Reference } from '../cite/reference.ts';
import type { ResolvedCitation } from '../cite/resolve.ts';
import { contains, type Span } from '../text/span.ts';
import type { Checked } from './checks.ts';
import { citedIn } from './citing.ts';
import { type HoverLinks, passageText } from './hoverText.ts';
import type { Markup } from './markup.ts';
import { referenceLine } from './referenceText.ts';

export interface CitationHover {
  readonly value: string;
  /** The label or key that the hover is about. */
  readonly span: Span;
}

/** More passages than these are not read in a hover. */
const MOST_PASSAGES = 3;

/** What is to be said of the citation at `offset`; null when there is none, or nothing is known of it. */
export async function citationHover(
  checked: Checked,
  offset: number,
  markup: Markup,
  links: HoverLinks,
): Promise<CitationHover | null> {
  const { resolved } = await citedIn(checked);
  const here = resolved.citations.filter(({ citation }) => isAt(citation, offset));
  const [found] =
    here.length > 0 ? here : resolved.citations.filter(({ citation }) => isAt(citation.whole, offset));
  if (found === undefined) return null;
  const articles = await Promise.all(found.articles.map((id) => checked.index.article(id)));
  const lines = articles.flatMap((each) => (each === undefined ? [] : [referenceLine(each.article, markup)]));
  const known = lines.length > 0 ? lines : knownOf(found, markup);
  if (known.length === 0) return null;
  const used = await passagesFor(checked, found, resolved.citations);
  const shown = used.slice(0, MOST_PASSAGES).map((each) => passageText(each, markup, links));
  return { value: [...known, ...shown].join('\n\n'), span: found.citation };
}

function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function knownOf({ reference, definition }: ResolvedCitation, markup: Markup): readonly string[] {
  if (reference !== null) return [referenceLine(sourceLike(reference), markup)];
  return definition === null || definition.body === '' ? [] : [markup.text(definition.body)];
}

function sourceLike({ key, title, outlet, published, url }: Reference) {
  return { title: title ?? key, outlet, author: null, published, url };
}

/** The passages of the cited articles that bear out claims of the sentences which the citation belongs to. */
async function passagesFor(
  { draft, findings }: Checked,
  { citation, articles }: ResolvedCitation,
  citations: readonly ResolvedCitation[],
): Promise<readonly Evidence[]> {
  const { citationsOfSentence } = await import('../cite/resolve.ts');
  const evidence = findings
    .filter(({ claim }) => claim.kind !== 'citation')
    .filter(({ claim: { sentence } }) =>
      citationsOfSentence(draft.text, sentence, citations).some((each) => each.citation === citation),
    )
    .flatMap((finding) => finding.evidence.filter(({ article }) => articles.includes(article)));
  return evidence.filter(
    (each, at) =>
      evidence.findIndex((other) => other.article === each.article && contains(other, each)) === at,
  );
}
