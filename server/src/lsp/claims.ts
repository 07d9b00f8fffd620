/** The lists behind a view of claims: the claims of a draft under its headings, and the passages of one of them. */

import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import { type Evidence, type Finding, statementsOf } from '../check/finding.ts';
import { toArticleItem } from './articles.ts';
import { passageLocation } from './articleUri.ts';
import type { Checked, CheckResult } from './checks.ts';
import { claimLabel } from './claimLabel.ts';
import { toRange } from './convert.ts';
import { countSections, headingTitle, type Section, sectionAt, sectionsOf } from './sections.ts';
import { checkedFor, resultFor, type Session } from './session.ts';
import { standingOf } from './standing.ts';
import { toStatus } from './status.ts';
import {
  CLAIMS_METHOD,
  type ClaimItem,
  type ClaimsAnswer,
  PASSAGES_METHOD,
  type PassageItem,
  type SectionItem,
} from './viewProtocol.ts';

export function registerClaims(session: Session): void {
  const { connection } = session;
  connection.onRequest(CLAIMS_METHOD, async (params: unknown, token: CancellationToken) => {
    const result = await resultFor(session, claimsSchema.parse(params).uri, token);
    return result === null ? null : toClaims(result);
  });
  connection.onRequest(PASSAGES_METHOD, async (params: unknown, token: CancellationToken) => {
    const { uri, claim } = passagesSchema.parse(params);
    const checked = await checkedFor(session, uri, token);
    if (checked === null) return [];
    const findings = statementsOf(checked.findings);
    const index = claimIds(findings).indexOf(claim);
    const finding = findings[index];
    return finding?.evidence.map((evidence) => toPassage(evidence, session.client)) ?? [];
  });
}

const claimsSchema = z.object({ uri: z.string() });

const passagesSchema = z.object({ uri: z.string(), claim: z.string() });

/** The answer to `corroborate/claims`. */
export function toClaims(result: CheckResult): ClaimsAnswer {
  const { uri, version, state, text, detail } = toStatus(result);
  const nothing = { uri, version, state, text, detail, sections: [], claims: [] };
  if (result.state !== 'checked') return nothing;
  const { draft } = result;
  const findings = statementsOf(result.findings);
  const sections = sectionsOf(draft.headings, draft.text.length);
  const ids = claimIds(findings);
  return {
    ...nothing,
    sections: toSections(result, sections),
    claims: findings.map((finding, index) => toClaim(result, sections, finding, ids[index] ?? '')),
  };
}

function toSections({ document, draft, findings }: Checked, sections: readonly Section[]): SectionItem[] {
  const claims = statementsOf(findings).map(({ claim, verdict }) => ({
    start: claim.start,
    isSupported: verdict === 'supported',
  }));
  const counts = countSections(sections, claims);
  return sections.map(({ heading, parent }, index) => ({
    title: headingTitle(draft.text, heading),
    range: toRange(document, heading),
    parent,
    claims: counts[index]?.claims ?? 0,
    supported: counts[index]?.supported ?? 0,
  }));
}

/** UTF-16 units: more than any side bar shows, so that a filter finds what it does not show. */
const LONGEST_LABEL = 100;

function toClaim(
  { document, draft }: Checked,
  sections: readonly Section[],
  finding: Finding,
  id: string,
): ClaimItem {
  const { claim } = finding;
  return {
    id,
    kind: claim.kind,
    range: toRange(document, claim),
    label: claimLabel(draft.text, claim, LONGEST_LABEL),
    standing: standingOf(finding),
    message: finding.message.replace(/\s+/gu, ' '),
    section: sectionAt(sections, claim.start),
    passages: finding.evidence.length,
  };
}

/** A name for each claim, by its kind, its words and how many such came before it. */
function claimIds(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ claim }) => {
    const name = `${claim.kind} ${claim.text}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${count} ${name}`;
  });
}

function toPassage(evidence: Evidence, client: Session['client']): PassageItem {
  const { uri, range } = passageLocation(client, evidence, evidence);
  return {
    ...toArticleItem({ ...evidence, id: evidence.article }, client),
    uri,
    range,
    selection: passageLocation(client, evidence, evidence.marks[0] ?? evidence).range,
    text: evidence.text.replace(/\s+/gu, ' ').trim(),
    agrees: evidence.agrees,
  };
}
