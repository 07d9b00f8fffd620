/** Sources of a packet: every article that a claim rests on or that speaks against it, with its hash. */

import type { Evidence, Finding } from '../check/finding.ts';
import { webAddress } from '../cite/source.ts';
import type { IsoDate } from '../corpus/article.ts';
import { visibleLine } from '../text/visible.ts';

export interface PacketSource {
  readonly number: number;
  /** Tells articles apart, those of one file too. */
  readonly key: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: IsoDate | null;
  /** An address of the web, or null: whatever else the article gives for one is left out. */
  readonly url: string | null;
  /** The path to show, with the part of the file where it holds several articles. */
  readonly path: string;
  /** SHA-256 of the file; null when it could not be read. */
  readonly hash: string | null;
  /** Numbers of the claims it bears on. */
  readonly claims: readonly number[];
}

/** The articles of all evidence, by their first use. */
export function sourcesOf(
  findings: readonly Finding[],
  hashes: ReadonlyMap<string, string>,
  shownPath: (path: string) => string,
): readonly PacketSource[] {
  const uses = new Map<string, { readonly evidence: Evidence; readonly claims: Set<number> }>();
  for (const [index, finding] of findings.entries()) {
    for (const evidence of finding.evidence) {
      const known = uses.get(keyOf(evidence));
      if (known === undefined) uses.set(keyOf(evidence), { evidence, claims: new Set([index + 1]) });
      else known.claims.add(index + 1);
    }
  }
  return [...uses].map(([key, { evidence, claims }], index) => ({
    number: index + 1,
    key,
    title: visibleLine(evidence.title),
    outlet: evidence.outlet === null ? null : visibleLine(evidence.outlet),
    published: evidence.published,
    url: webAddress(evidence.url),
    path: visibleLine(shownName(evidence, shownPath)),
    hash: hashes.get(evidence.path) ?? null,
    claims: [...claims],
  }));
}

export function keyOf({ path, article }: Pick<Evidence, 'path' | 'article'>): string {
  return `${path}\n${article}`;
}

/** A file that holds several articles is followed by which of them it is: what the id has behind the file’s name. */
function shownName({ path, article }: Evidence, shownPath: (path: string) => string): string {
  const shown = shownPath(path);
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const at = article.indexOf(`${file}/`);
  return at === -1 ? shown : `${shown}: ${article.slice(at + file.length + 1)}`;
}
