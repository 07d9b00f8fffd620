/** The tree of the claims view: grouping, filtering, and where each node lies. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ClaimNode,
  claimTree,
  isFiltering,
  NO_FILTER,
  parentsOf,
} from '../../../client/src/claims/claimTree.ts';
import type { ClaimItem, ClaimsAnswer, SectionItem, Standing } from '../../../server/src/lsp/viewProtocol.ts';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function section(title: string, parent: number | null): SectionItem {
  return { title, range: RANGE, parent, claims: 2, supported: 1 };
}

function claim(label: string, standing: Standing, at: number | null, message = ''): ClaimItem {
  const id = `0 figure ${label}`;
  return {
    id,
    kind: 'figure',
    range: RANGE,
    label,
    standing,
    message,
    section: at,
    passages: 1,
  };
}

const ANSWER: ClaimsAnswer = {
  uri: 'file:///draft.md',
  version: 1,
  state: 'checked',
  text: '',
  detail: '',
  sections: [
    section('Week', null),
    section('Storm', 0),
    section('Rescue', 1),
    section('Votes', 0),
    section('Notes', null),
  ],
  claims: [
    claim('4 stories', 'supported', null),
    claim('850 soldiers', 'refuted', 0, 'Gulf Wire says about 750, not 850.'),
    claim('16 dead', 'supported', 1),
    claim('143 rescued', 'not-enough-evidence', 2),
    claim('51 votes', 'ignored', 3),
  ],
};

/** A tree as indented lines. */
function drawn(nodes: readonly ClaimNode[], depth = 0): readonly string[] {
  const lines = (node: ClaimNode): readonly string[] => {
    const indent = '  '.repeat(depth);
    switch (node.kind) {
      case 'claim':
        return [`${indent}${node.claim.label}`];
      case 'section':
        return [`${indent}# ${node.title}`, ...drawn(node.children, depth + 1)];
      case 'standing':
        return [`${indent}= ${node.standing}`, ...drawn(node.children, depth + 1)];
    }
  };
  return nodes.flatMap(lines);
}

describe('the tree of claims', () => {
  it('follows the sections of the draft, those without claims left out', () => {
    assert.deepEqual(drawn(claimTree(ANSWER, 'order', NO_FILTER)), [
      '4 stories',
      '# Week',
      '  850 soldiers',
      '  # Storm',
      '    16 dead',
      '    # Rescue',
      '      143 rescued',
      '  # Votes',
      '    51 votes',
    ]);
  });

  it('groups by verdict, what needs attention first', () => {
    assert.deepEqual(drawn(claimTree(ANSWER, 'verdict', NO_FILTER)), [
      '= refuted',
      '  850 soldiers',
      '= not-enough-evidence',
      '  143 rescued',
      '= ignored',
      '  51 votes',
      '= supported',
      '  4 stories',
      '  16 dead',
    ]);
  });

  it('filters by words in any order, those of the message too', () => {
    const filtered = (text: string) => drawn(claimTree(ANSWER, 'verdict', { text, standings: [] }));
    assert.deepEqual(filtered('SOLDIERS 850'), ['= refuted', '  850 soldiers']);
    assert.deepEqual(filtered('gulf'), ['= refuted', '  850 soldiers']);
    assert.deepEqual(filtered('soldiers 16'), []);
  });

  it('filters by how claims stand, and keeps the sections above what is left', () => {
    const filter = { text: '', standings: ['not-enough-evidence'] as const };
    assert.deepEqual(drawn(claimTree(ANSWER, 'order', filter)), [
      '# Week',
      '  # Storm',
      '    # Rescue',
      '      143 rescued',
    ]);
    assert.equal(isFiltering(filter), true);
    assert.equal(isFiltering({ text: '  ', standings: [] }), false);
  });

  it('knows where each node lies', () => {
    const roots = claimTree(ANSWER, 'order', NO_FILTER);
    const parents = parentsOf(roots);
    const rescued = [...parents.keys()].find((node) => node.id.endsWith('143 rescued')) ?? assert.fail();
    const way: string[] = [];
    for (let node = parents.get(rescued); node; node = parents.get(node)) way.push(node.id);
    assert.deepEqual(way, ['section 2 Rescue', 'section 1 Storm', 'section 0 Week']);
    assert.equal(new Set([...parents.keys()].map(({ id }) => id)).size, parents.size, 'ids are distinct');
  });
});
