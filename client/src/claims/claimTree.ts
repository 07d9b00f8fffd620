/** The tree of claims: grouped by the draft's sections or by how they stand, and filtered. */

import type { ClaimItem, ClaimsAnswer, Standing } from '../../../server/src/lsp/viewProtocol.ts';

export type ClaimNode = SectionNode | StandingNode | ClaimLeaf;

export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
  /** Counted over the whole section, whatever the filter leaves of it. */
  readonly claims: number;
  readonly supported: number;
  readonly children: readonly ClaimNode[];
}

export interface StandingNode {
  readonly kind: 'standing';
  readonly id: string;
  readonly standing: Standing;
  readonly children: readonly ClaimLeaf[];
}

export interface ClaimLeaf {
  readonly kind: 'claim';
  readonly id: string;
  readonly claim: ClaimItem;
}

export type Grouping = 'order' | 'verdict';

/** What is shown. An empty text and an empty list of standings leave nothing out. */
export interface ClaimFilter {
  readonly text: string;
  readonly standings: readonly Standing[];
}

export const NO_FILTER: ClaimFilter = { text: '', standings: [] };

/** The order of groups: what needs the writer's attention comes first. */
export const STANDINGS: readonly Standing[] = [
  'refuted',
  'conflicting-evidence',
  'not-enough-evidence',
  'verified',
  'ignored',
  'supported',
];

/** The tree of an answer. Groups without a claim that passes the filter are left out. */
export function claimTree(
  answer: ClaimsAnswer,
  grouping: Grouping,
  filter: ClaimFilter,
): readonly ClaimNode[] {
  const leaves = answer.claims
    .filter((claim) => passes(claim, filter))
    .map((claim): ClaimLeaf => ({ kind: 'claim', id: `claim ${claim.id}`, claim }));
  switch (grouping) {
    case 'order':
      return bySection(answer, leaves);
    case 'verdict':
      return byStanding(leaves);
  }
}

export function isFiltering({ text, standings }: ClaimFilter): boolean {
  return text.trim() !== '' || standings.length > 0;
}

/** Every word of the text stands somewhere in the claim, its sentence as shown, or what the articles say. */
function passes({ label, message, standing }: ClaimItem, { text, standings }: ClaimFilter): boolean {
  if (standings.length > 0 && !standings.includes(standing)) return false;
  const said = `${label} ${message}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => said.includes(word));
}

function byStanding(leaves: readonly ClaimLeaf[]): readonly StandingNode[] {
  return STANDINGS.flatMap((standing): StandingNode[] => {
    const children = leaves.filter(({ claim }) => claim.standing === standing);
    return children.length === 0 ? [] : [{ kind: 'standing', id: standing, standing, children }];
  });
}

/** Claims before the first heading come first; below a heading its own claims come before its subsections. */
function bySection({ sections }: ClaimsAnswer, leaves: readonly ClaimLeaf[]): readonly ClaimNode[] {
  const own = Map.groupBy(leaves, ({ claim }) => claim.section);
  const subsections = Map.groupBy(sections.keys(), (index) => sections[index]?.parent ?? null);
  const below = (parent: number | null): readonly ClaimNode[] => [
    ...(own.get(parent) ?? []),
    ...(subsections.get(parent) ?? []).flatMap((index): SectionNode[] => {
      const section = sections[index];
      const children = below(index);
      if (section === undefined || children.length === 0) return [];
      const { title, claims, supported } = section;
      return [{ kind: 'section', id: `section ${index} ${title}`, title, claims, supported, children }];
    }),
  ];
  return below(null);
}

/** Every node of a tree with the one it lies in; null for the outermost. */
export function parentsOf(nodes: readonly ClaimNode[]): ReadonlyMap<ClaimNode, ClaimNode | null> {
  const parents = new Map<ClaimNode, ClaimNode | null>();
  const visit = (node: ClaimNode, parent: ClaimNode | null): void => {
    parents.set(node, parent);
    if (node.kind === 'claim') return;
    for (const child of node.children) visit(child, node);
  };
  for (const node of nodes) visit(node, null);
  return parents;
}
