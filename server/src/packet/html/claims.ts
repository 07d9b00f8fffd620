/** The claims in the page: each with its verdict, its sentence, what the articles say, and who stands for it. */

import type { Element } from 'hast';
import { h } from 'hastscript';
import { longDate, UNDATED } from '../../cite/longDate.ts';
import { signedOffBy } from '../../rules/sign-off-outdated.ts';
import type { Packet, PacketClaim, PacketPassage } from '../packet.ts';
import type { PacketSource } from '../packetSources.ts';
import type { Content } from './content.ts';
import { standingLabel } from './label.ts';
import type { PacketLinks } from './page.ts';

export function claimList({ claims, sources }: Packet, links: PacketLinks): Content[] {
  return claims.map((claim) => claimElement(claim, sources, links));
}

function claimElement(claim: PacketClaim, sources: readonly PacketSource[], links: PacketLinks): Element {
  const { number, standing, message, derivation, passages } = claim;
  const id = `claim-${number}`;
  return h('article.claim', { id, className: [standing], ariaLabelledBy: [`${id}-title`] }, [
    h('h3', { id: `${id}-title` }, [
      h(
        'a.number',
        { href: `#text-${number}`, ariaLabel: `Claim ${number}, back to the draft` },
        String(number),
      ),
      standingLabel(standing),
      h('span.place', placeOf(claim, links)),
    ]),
    h('p.sentence', { dir: 'auto' }, [
      claim.before,
      h('mark', { className: [standing] }, claim.words),
      claim.after,
    ]),
    ...(message === '' ? [] : [h('p.message', { dir: 'auto' }, message)]),
    ...(derivation === null ? [] : [h('p.message', derivation)]),
    ...(claim.isIgnored ? [h('p.quiet', 'Not reported: a comment in the draft or a setting says so.')] : []),
    ...signOffLine(claim),
    ...passages.map((passage) => passageElement(passage, sources, links)),
    ...citationLine(claim),
  ]);
}

/** `Figure · line 12 · Baghdad`; the line is a link where the surface leads to the draft. */
function placeOf(claim: PacketClaim, links: PacketLinks): Content[] {
  const line = `line ${claim.line}`;
  const href = links.claim(claim);
  return [
    `${KINDS[claim.kind]} · `,
    href === null ? h('span', line) : h('a', { href }, line),
    ...(claim.section === null || claim.section === ''
      ? []
      : [h('span', { dir: 'auto' }, ` · ${claim.section}`)]),
  ];
}

const KINDS = {
  figure: 'Figure',
  date: 'Date',
  quote: 'Quote',
  attribution: 'Attribution',
  name: 'Name',
  citation: 'Citation',
  suppression: 'Comment',
} as const satisfies Record<PacketClaim['kind'], string>;

function passageElement(
  passage: PacketPassage,
  sources: readonly PacketSource[],
  links: PacketLinks,
): Element {
  const source = sources[passage.source - 1];
  const href = links.passage(passage);
  return h('figure', { className: [passage.agrees ? 'agrees' : 'differs'] }, [
    h(
      'blockquote',
      { dir: 'auto' },
      h(
        'p',
        passage.stretches.map(({ text, isMarked }) => (isMarked ? h('mark', text) : text)),
      ),
    ),
    h('figcaption', [
      h('span.stance', passage.agrees ? 'Agrees' : 'Says otherwise'),
      ' · ',
      ...(source === undefined ? [] : sourceWords(source)),
      href === null ? h('span', passage.place) : h('a', { href }, passage.place),
    ]),
  ]);
}

function sourceWords({ number, title, outlet, published }: PacketSource): Content[] {
  return [
    h('a', { href: `#source-${number}`, dir: 'auto' }, title),
    ...(outlet === null ? [] : [' · ', h('span', { dir: 'auto' }, outlet)]),
    ` · ${published === null ? UNDATED : longDate(published)} · `,
  ];
}

function signOffLine({ signOff }: PacketClaim): Element[] {
  if (signOff === null) return [];
  const { reason, change } = signOff;
  const since = change === null ? '' : `; ${change}`;
  return [
    h('p.sign-off', [h('strong', signedOffBy(signOff)), `${since}: `, h('span', { dir: 'auto' }, reason)]),
  ];
}

/** What the draft itself cites for the sentence. */
function citationLine({ citations }: PacketClaim): Element[] {
  if (citations.length === 0) return [];
  const words = citations.flatMap(({ written, meaning }, index) => [
    ...(index > 0 ? ['; '] : []),
    h('code', written),
    ...(meaning === null ? [] : [h('span', { dir: 'auto' }, ` ${meaning}`)]),
  ]);
  return [h('p.cited', ['Cited in the draft: ', ...words])];
}
