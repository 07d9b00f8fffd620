/** The fact-check packet: a draft with every claim numbered, what the articles say of it, and who stands for it. */

import type { Finding, SignOff } from '../check/finding.ts';
import { citationsOfSentence, type ResolvedCitation } from '../cite/resolve.ts';
import { isStatement } from '../claims/claim.ts';
import type { IsoDate, SkippedFile } from '../corpus/article.ts';
import type { Draft } from '../draft/draft.ts';
import { linesOf } from '../text/lines.ts';
import { lastStartingBefore } from '../text/span.ts';
import { visibleLine } from '../text/visible.ts';
import { coverageOf, type PacketSection } from './coverage.ts';
import { type DraftBlock, draftBlocks, draftTitle } from './draftBlocks.ts';
import { headingWords, readingOf } from './draftText.ts';
import { type PacketSource, sourcesOf } from './packetSources.ts';
import { passagesOf } from './passages.ts';
import { type Standing, standingOf } from './standing.ts';

/** What a packet is made of. */
export interface PacketInput {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  /** The citations of the draft, in order. */
  readonly citations: readonly ResolvedCitation[];
  readonly corpus: { readonly articles: number; readonly skipped: readonly SkippedFile[] };
  /** SHA-256 of the draft’s and the articles’ files by their paths; a file that could not be read has none. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Turns an absolute path into the one to show. */
  readonly shownPath: (path: string) => string;
  readonly made: IsoDate;
  /** Name and version of the product. */
  readonly maker: string;
}

/** All text in it is plain, on one line where it is not a draft’s or a passage’s, and free of invisible characters. */
export interface Packet {
  readonly title: string;
  readonly path: string;
  /** SHA-256 of the draft’s file; null when it is not known. */
  readonly hash: string | null;
  readonly made: IsoDate;
  readonly maker: string;
  readonly articles: number;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly counts: Readonly<Record<Standing, number>>;
  readonly sections: readonly PacketSection[];
  readonly blocks: readonly DraftBlock[];
  /** In the order of the draft; the first has the number 1. */
  readonly claims: readonly PacketClaim[];
  /** In the order of their first use; the first has the number 1. */
  readonly sources: readonly PacketSource[];
}

export interface PacketClaim {
  readonly number: number;
  readonly kind: Finding['claim']['kind'];
  /** The words of the claim, and its sentence before and after them. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** 1-based line of the draft. */
  readonly line: number;
  /** UTF-16 offset in the draft, by which a surface that can leads there. */
  readonly start: number;
  /** The words of the innermost heading; null before the first. */
  readonly section: string | null;
  readonly standing: Standing;
  /** What the articles say, in one sentence; may be empty. */
  readonly message: string;
  readonly derivation: string | null;
  /** Whether the draft or the settings say not to report it, though the articles speak against it. */
  readonly isIgnored: boolean;
  readonly passages: readonly PacketPassage[];
  /** What the draft cites for the sentence: what is written, and what it stands for where that is known. */
  readonly citations: readonly { readonly written: string; readonly meaning: string | null }[];
  readonly signOff: SignOff | null;
}

export interface PacketPassage {
  /** Number of the source. */
  readonly source: number;
  /** Where in its article or its file it stands: `line 12`, `page 3`. */
  readonly place: string;
  readonly agrees: boolean;
  /** The passage in stretches; what matters in it is marked. */
  readonly stretches: readonly { readonly text: string; readonly isMarked: boolean }[];
  /** The place of the passage, by which a surface that can leads there. */
  readonly evidence: Finding['evidence'][number];
}

/** Makes the packet. Never throws, whatever draft and articles hold. */
export function packetOf(given: PacketInput): Packet {
  // What is wrong with a citation or a comment itself is no claim about the world.
  const findings = given.findings.filter(({ claim }) => isStatement(claim));
  const input = { ...given, findings };
  const { draft, hashes, shownPath, corpus } = input;
  const sources = sourcesOf(findings, hashes, shownPath);
  const standings = findings.map(standingOf);
  return {
    title: draftTitle(draft),
    path: visibleLine(shownPath(draft.path)),
    hash: hashes.get(draft.path) ?? null,
    made: input.made,
    maker: input.maker,
    articles: corpus.articles,
    skipped: corpus.skipped.map(({ path, member, reason }) => ({
      path: visibleLine(member === undefined ? shownPath(path) : `${shownPath(path)}: ${member}`),
      reason: visibleLine(reason),
    })),
    counts: countStandings(standings),
    sections: coverageOf(draft, findings, standings),
    blocks: draftBlocks(draft, findings),
    claims: claimsOf(input, sources, standings),
    sources,
  };
}

function countStandings(standings: readonly Standing[]): Readonly<Record<Standing, number>> {
  const counts = {
    supported: 0,
    refuted: 0,
    'conflicting-evidence': 0,
    'not-enough-evidence': 0,
    verified: 0,
  };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}

function claimsOf(
  { draft, findings, citations }: PacketInput,
  sources: readonly PacketSource[],
  standings: readonly Standing[],
): readonly PacketClaim[] {
  const lines = linesOf(draft.text);
  const sections = headingsOf(draft);
  return findings.map((finding, index) => {
    const { claim, verdict, severity, signedOff } = finding;
    const standing = standings[index] ?? verdict;
    return {
      number: index + 1,
      kind: claim.kind,
      ...sentenceOf(draft, finding),
      line: lines.placeOf(claim.start).line,
      start: claim.start,
      section: sections(claim.start),
      standing,
      message: visibleLine(finding.message),
      derivation: finding.derivation === null ? null : visibleLine(finding.derivation),
      isIgnored: standing === 'refuted' && severity === null,
      passages: passagesOf(finding, sources),
      citations: citationsOfSentence(draft.text, claim.sentence, citations).map(citationOf(draft.text)),
      signOff: signedOff === undefined ? null : visibleSignOff(signedOff),
    };
  });
}

/** The words of the heading that an offset stands under. */
function headingsOf(draft: Draft): (offset: number) => string | null {
  const titles = draft.headings.map((heading) => headingWords(draft, heading));
  return (offset) => titles[lastStartingBefore(draft.headings, offset)] ?? null;
}

function sentenceOf(draft: Draft, { claim }: Finding): Pick<PacketClaim, 'before' | 'words' | 'after'> {
  const { sentence, start, end } = claim;
  return {
    before: readingOf(draft, { start: Math.min(sentence.start, start), end: start }),
    words: readingOf(draft, { start, end }).trim(),
    after: readingOf(draft, { start: end, end: Math.max(sentence.end, end) }),
  };
}

function citationOf(text: string): (resolved: ResolvedCitation) => PacketClaim['citations'][number] {
  return ({ citation, definition, reference }) => {
    const meaning = definition?.body ?? reference?.title ?? null;
    return {
      written: visibleLine(text.slice(citation.whole.start, citation.whole.end)),
      meaning: meaning === null ? null : visibleLine(meaning),
    };
  };
}

function visibleSignOff(signOff: SignOff): SignOff {
  const { id, person, date, reason, change } = signOff;
  return {
    id,
    date,
    person: visibleLine(person),
    reason: visibleLine(reason),
    change: change === null ? null : visibleLine(change),
  };
}
