/** The packet as Markdown: a tree until it is written, so that no word of a draft or an article becomes markup. */

import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { longDate, UNDATED } from '../cite/longDate.ts';
import { signedOffBy } from '../rules/sign-off-outdated.ts';
import { countOf } from '../text/countOf.ts';
import type { DraftBlock } from './draftBlocks.ts';
import type { Packet, PacketClaim, PacketPassage } from './packet.ts';
import type { PacketSource } from './packetSources.ts';
import { STANDING_WORDS, STANDINGS } from './standing.ts';

/** The packet in GitHub's Markdown. */
export function markdownPacket(packet: Packet): string {
  const root: Root = {
    type: 'root',
    children: [
      heading(1, [text(`${packet.title}: fact-check packet`)]),
      ...masthead(packet),
      ...section('Coverage', coverage(packet)),
      ...section('The draft', draft(packet)),
      ...section(
        'Claims',
        packet.claims.flatMap((one) => claim(one, packet.sources)),
      ),
      ...section('Sources', sources(packet)),
      ...section('Verified by hand', signOffs(packet)),
      ...section('Not read', skipped(packet)),
      ...section('How to read this', [legend()]),
      paragraph(text(`Made by ${packet.maker} on ${longDate(packet.made)}, without a network.`)),
    ],
  };
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-', emphasis: '_' });
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function heading(depth: 1 | 2 | 3 | 4, children: PhrasingContent[]): BlockContent {
  return { type: 'heading', depth, children };
}

function list(items: readonly BlockContent[][], order: 'ordered' | 'unordered'): List {
  const children = items.map((content): ListItem => ({ type: 'listItem', spread: false, children: content }));
  return { type: 'list', ordered: order === 'ordered', spread: false, children };
}

function table(rows: readonly (readonly PhrasingContent[][])[]): Table {
  const children = rows.map((cells) => ({
    type: 'tableRow' as const,
    children: cells.map((content) => ({ type: 'tableCell' as const, children: content })),
  }));
  return { type: 'table', children };
}

function section(title: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, [text(title)]), ...content];
}

function masthead({ path, hash, claims, articles, made }: Packet): BlockContent[] {
  const counts = `${countOf(claims.length, 'claim')}, checked against ${countOf(articles, 'article')}`;
  const facts = `, ${counts}, ${longDate(made)}`;
  return [
    paragraph(code(path), text(facts)),
    ...(hash === null ? [] : [paragraph(text('SHA-256 of the draft: '), code(hash))]),
  ];
}

function coverage({ sections, counts }: Packet): BlockContent[] {
  if (sections.length === 0) return [paragraph(text('The draft has no claim to check.'))];
  const columns = STANDINGS.filter((standing) => counts[standing] > 0);
  const head = ['Section', 'Claims', ...columns.map((standing) => STANDING_WORDS[standing].label)];
  const rows = sections.map(({ title, claims, counts: own }) => [
    title ?? 'Before the first heading',
    String(claims),
    ...columns.map((standing) => String(own[standing])),
  ]);
  return [table([head, ...rows].map((row) => row.map((cell) => [text(cell)])))];
}

function draft({ blocks, claims }: Packet): BlockContent[] {
  const content: BlockContent[] = [];
  for (const block of blocks) {
    const last = content.at(-1);
    const own = draftBlock(block.kind, runs(block, claims));
    // Items that follow each other are one list.
    if (last?.type === 'list' && own.type === 'list') last.children.push(...own.children);
    else content.push(own);
  }
  return content;
}

function draftBlock(kind: DraftBlock['kind'], content: PhrasingContent[]): BlockContent {
  switch (kind) {
    case 'heading':
      return heading(3, content);
    case 'listItem':
      return list([[paragraph(...content)]], 'unordered');
    case 'blockQuote':
      return { type: 'blockquote', children: [paragraph(...content)] };
    case 'paragraph':
    case 'tableRow':
    case 'caption':
      return paragraph(...content);
  }
}

/** A claim is bold, and behind it stands its number with its sign. */
function runs({ runs: own }: DraftBlock, claims: readonly PacketClaim[]): PhrasingContent[] {
  return own.flatMap((run) => {
    const words = run.text.trim();
    const shown = run.kind === 'markup' ? code(words) : strong(words);
    const isPlain = words === '' || (run.kind === 'prose' && run.claim === null);
    const before = isPlain ? run.text : run.text.slice(0, run.text.indexOf(words));
    const after = isPlain ? '' : run.text.slice(before.length + words.length);
    const numbers = run.ends.map((number) => ` (${number} ${signOf(claims[number - 1])})`).join('');
    return [
      ...(before === '' ? [] : [text(before)]),
      ...(isPlain ? [] : [shown]),
      ...(after + numbers === '' ? [] : [text(numbers + after)]),
    ];
  });
}

function signOf(claim: PacketClaim | undefined): string {
  return claim === undefined ? '' : STANDING_WORDS[claim.standing].sign;
}

function claim(one: PacketClaim, known: readonly PacketSource[]): BlockContent[] {
  const { number, standing, message, derivation, passages, signOff, isIgnored, citations } = one;
  const { sign, label } = STANDING_WORDS[standing];
  const place = [`line ${one.line}`, ...(one.section === null ? [] : [one.section])].join(', ');
  const cited = citations.flatMap(({ written, meaning }) => [
    code(written),
    text(meaning === null ? ' ' : ` ${meaning} `),
  ]);
  return [
    heading(3, [text(`${number}. ${sign} ${label}`)]),
    paragraph(text(one.before), strong(one.words), text(`${one.after} (${place})`)),
    ...(message === '' ? [] : [paragraph(text(message))]),
    ...(derivation === null ? [] : [paragraph(text(derivation))]),
    ...(isIgnored ? [paragraph(text('Not reported: a comment in the draft or a setting says so.'))] : []),
    ...(signOff === null
      ? []
      : [
          paragraph(
            strong(signedOffBy(signOff)),
            text(`${signOff.change === null ? '' : `; ${signOff.change}`}: ${signOff.reason}`),
          ),
        ]),
    ...passages.map((passage) => quotation(passage, known)),
    ...(cited.length === 0 ? [] : [paragraph(text('Cited in the draft: '), ...cited)]),
  ];
}

function quotation(
  { source, place, agrees, stretches }: PacketPassage,
  known: readonly PacketSource[],
): BlockContent {
  const words = stretches.flatMap(({ text: value, isMarked }): PhrasingContent[] =>
    isMarked && value.trim() === value ? [strong(value)] : [text(value)],
  );
  const from = known[source - 1];
  const parts = [
    agrees ? 'Agrees' : 'Says otherwise',
    ...(from === undefined ? [] : [`source ${from.number}`, ...aboutSource(from)]),
    place,
  ];
  return { type: 'blockquote', children: [paragraph(...words), paragraph(text(parts.join(' · ')))] };
}

function aboutSource({ title, outlet, published }: PacketSource): readonly string[] {
  return [title, outlet, published === null ? UNDATED : longDate(published)].filter((part) => part !== null);
}

function sources({ sources: all }: Packet): BlockContent[] {
  if (all.length === 0) return [];
  const items = all.map((source): BlockContent[] => {
    const { url, path, hash, claims } = source;
    const address: PhrasingContent[] =
      url === null ? [] : [text(', '), { type: 'link', url, children: [text(url)] }];
    return [
      paragraph(text(aboutSource(source).join(' · ')), ...address),
      paragraph(
        code(path),
        text(hash === null ? ' could not be read for its SHA-256' : ' SHA-256 '),
        ...(hash === null ? [] : [code(hash)]),
      ),
      paragraph(text(`Claims ${claims.join(', ')}`)),
    ];
  });
  return [list(items, 'ordered')];
}

function signOffs({ claims }: Packet): BlockContent[] {
  const rows = claims.flatMap(({ number, words, signOff }) => {
    if (signOff === null) return [];
    const { person, date, reason, change } = signOff;
    return [[String(number), words, person, longDate(date), reason, change ?? 'holds']];
  });
  if (rows.length === 0) return [];
  const head = ['Claim', 'Words', 'Person', 'Date', 'Reason', 'State'];
  return [table([head, ...rows].map((row) => row.map((cell) => [text(cell)])))];
}

function skipped({ skipped: files }: Packet): BlockContent[] {
  if (files.length === 0) return [];
  return [
    list(
      files.map(({ path, reason }) => [paragraph(code(path), text(`: ${reason}`))]),
      'unordered',
    ),
  ];
}

function legend(): BlockContent {
  return list(
    STANDINGS.map((standing) => {
      const { sign, label, meaning } = STANDING_WORDS[standing];
      return [paragraph(strong(`${sign} ${label}`), text(`: ${meaning}`))];
    }),
    'unordered',
  );
}
