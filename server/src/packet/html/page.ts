/** The packet as one HTML page that needs nothing else: no script, no request, every word from outside as text. */

import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { longDate } from '../../cite/longDate.ts';
import { countOf } from '../../text/countOf.ts';
import type { Packet, PacketClaim, PacketPassage } from '../packet.ts';
import { claimList } from './claims.ts';
import type { Content } from './content.ts';
import { coverageTable, tally } from './coverage.ts';
import { draftText } from './draft.ts';
import { legend, signOffTable, skippedList, sourceTable } from './sources.ts';
import { STYLE } from './style.ts';

/** Where links of the page lead that only a surface knows; null where it knows none. */
export interface PacketLinks {
  readonly claim: (claim: PacketClaim) => string | null;
  readonly passage: (passage: PacketPassage) => string | null;
}

/** A file leads nowhere but to the web addresses of its sources. */
export const NO_LINKS: PacketLinks = { claim: () => null, passage: () => null };

/**
 * The page. It is a tree until it is written, so nothing in the packet can become markup. Its own policy forbids
 * everything but the one style sheet, by the base64 SHA-256 that `styleHash` gives of a text.
 */
export function htmlPacket(packet: Packet, links: PacketLinks, styleHash: (text: string) => string): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', `${packet.title}: fact-check packet`),
    h('style', STYLE),
  ]);
  const body = h('body', [
    h('a.skip', { href: '#claims' }, 'Skip to the claims'),
    masthead(packet),
    h('main', sectionsOf(packet, links)),
    h('footer', [h('p', `Made by ${packet.maker} on ${longDate(packet.made)}, without a network.`)]),
  ]);
  const page = {
    type: 'root' as const,
    children: [{ type: 'doctype' as const }, h('html', { lang: 'en' }, [head, body])],
  };
  return `${toHtml(page)}\n`;
}

function masthead(packet: Packet): Element {
  const { title, path, hash, claims, articles } = packet;
  return h('header', [
    h('p.kicker', 'Fact-check packet'),
    h('h1', { dir: 'auto' }, title),
    h('p.facts', [
      h('span.path', path),
      ` · ${countOf(claims.length, 'claim')} · checked against ${countOf(articles, 'article')} · ${longDate(packet.made)}`,
    ]),
    ...(hash === null ? [] : [h('p.hash', ['SHA-256 of the draft ', h('code', hash)])]),
    tally(packet),
  ]);
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Content[];
}

function sectionsOf(packet: Packet, links: PacketLinks): Element[] {
  const sections: readonly Section[] = [
    { id: 'coverage', title: 'Coverage', content: coverageTable(packet) },
    { id: 'draft', title: 'The draft', content: draftText(packet) },
    { id: 'claims', title: 'Claims', content: claimList(packet, links) },
    { id: 'sources', title: 'Sources', content: sourceTable(packet) },
    { id: 'sign-offs', title: 'Verified by hand', content: signOffTable(packet) },
    { id: 'skipped', title: 'Not read', content: skippedList(packet) },
    { id: 'legend', title: 'How to read this', content: legend() },
  ];
  const shown = sections.filter(({ content }) => content.length > 0);
  const contents = h('nav', { ariaLabel: 'Contents' }, [
    h(
      'ul',
      shown.map(({ id, title }) => h('li', h('a', { href: `#${id}` }, title))),
    ),
  ]);
  return [
    contents,
    ...shown.map(({ id, title, content }) =>
      h('section', { id, ariaLabelledBy: [`${id}-title`] }, [
        h('h2', { id: `${id}-title` }, title),
        ...content,
      ]),
    ),
  ];
}
