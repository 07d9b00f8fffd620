/** The draft in the page: its prose, every claim marked, numbered and linked to what the articles say of it. */

import type { Element } from 'hast';
import { h } from 'hastscript';
import type { DraftBlock, DraftRun } from '../draftBlocks.ts';
import type { Packet } from '../packet.ts';
import { STANDING_WORDS, type Standing } from '../standing.ts';
import type { Content } from './content.ts';

export function draftText({ blocks, claims }: Packet): Content[] {
  const standings = claims.map(({ standing }) => standing);
  return [h('div.draft', { dir: 'auto' }, inLists(blocks, standings))];
}

/** The blocks as elements, list items that follow each other in one list. */
function inLists(blocks: readonly DraftBlock[], standings: readonly Standing[]): Element[] {
  const elements: Element[] = [];
  for (const [index, block] of blocks.entries()) {
    const content = runElements(block.runs, standings);
    const list = elements.at(-1);
    const continues = block.kind === 'listItem' && blocks[index - 1]?.kind === 'listItem';
    if (continues && list !== undefined) list.children.push(h('li', content));
    else elements.push(blockElement(block, content));
  }
  return elements;
}

/** Headings of the draft are all one level below that of the section, whatever levels the draft passes over. */
function blockElement({ kind, level }: DraftBlock, content: Content[]): Element {
  switch (kind) {
    case 'heading':
      return h('h3', { className: [`level-${Math.min(level, 3)}`] }, content);
    case 'listItem':
      return h('ul', h('li', content));
    case 'blockQuote':
      return h('blockquote', h('p', content));
    case 'tableRow':
      return h('p.row', content);
    case 'caption':
      return h('p.caption', content);
    case 'paragraph':
      return h('p', content);
  }
}

function runElements(runs: readonly DraftRun[], standings: readonly Standing[]): Content[] {
  return runs.flatMap((run) => {
    const text = run.kind === 'markup' ? h('code', run.text) : run.text;
    const anchors = run.begins.map((number) => h('span', { id: `text-${number}` }));
    const standing = run.claim === null ? undefined : standings[run.claim - 1];
    const marked = standing === undefined ? text : h('mark', { className: [standing] }, text);
    return [...anchors, marked, ...run.ends.map((number) => reference(number, standings[number - 1]))];
  });
}

/** The number behind a claim with its sign; what it says aloud is the verdict. */
function reference(number: number, standing: Standing | undefined): Element {
  const { sign, label } = STANDING_WORDS[standing ?? 'not-enough-evidence'];
  return h('sup', [
    h(
      'a.ref',
      {
        href: `#claim-${number}`,
        className: standing === undefined ? [] : [standing],
        ariaLabel: `Claim ${number}, ${label}`,
      },
      `${number}\u202f${sign}`,
    ),
  ]);
}
