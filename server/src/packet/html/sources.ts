/** Sources, sign-offs and the legend in the page. */

import type { Element } from 'hast';
import { h } from 'hastscript';
import { longDate, UNDATED } from '../../cite/longDate.ts';
import type { Packet } from '../packet.ts';
import type { PacketSource } from '../packetSources.ts';
import { STANDING_WORDS, STANDINGS } from '../standing.ts';
import type { Content } from './content.ts';
import { standingLabel } from './label.ts';

/** Every article that a claim rests on, with what proves that it is the same file. */
export function sourceTable({ sources }: Packet): Content[] {
  if (sources.length === 0) return [];
  return [h('ol.sources', sources.map(sourceItem))];
}

function sourceItem({ number, title, outlet, published, url, path, hash, claims }: PacketSource): Element {
  const about = [outlet, published === null ? UNDATED : longDate(published)].filter((part) => part !== null);
  return h('li', { id: `source-${number}` }, [
    h('p.title', { dir: 'auto' }, title),
    h('p.facts', { dir: 'auto' }, about.join(' · ')),
    ...(url === null ? [] : [h('p.facts', h('a.web', { href: url, rel: ['noreferrer', 'noopener'] }, url))]),
    h('p.facts', [h('span.path', path)]),
    h(
      'p.hash',
      hash === null ? 'The file could not be read for its SHA-256.' : ['SHA-256 ', h('code', hash)],
    ),
    h('p.facts', ['Claims ', ...claims.flatMap(claimLink)]),
  ]);
}

function claimLink(claim: number, index: number): Content[] {
  return [...(index > 0 ? [', '] : []), h('a', { href: `#claim-${claim}` }, String(claim))];
}

/** Every claim that a person stands for, those too whose sentence or source has changed since. */
export function signOffTable({ claims }: Packet): Content[] {
  const rows = claims.flatMap(({ number, words, signOff }) => {
    if (signOff === null) return [];
    const { person, date, reason, change } = signOff;
    return [
      h('tr', [
        h('td', h('a', { href: `#claim-${number}` }, String(number))),
        h('td', { dir: 'auto' }, words),
        h('td', { dir: 'auto' }, person),
        h('td.date', longDate(date)),
        h('td', { dir: 'auto' }, reason),
        h('td', change === null ? 'holds' : change),
      ]),
    ];
  });
  if (rows.length === 0) return [];
  const head = ['Claim', 'Words', 'Person', 'Date', 'Reason', 'State'].map((name) =>
    h('th', { scope: 'col' }, name),
  );
  const table = h('table.sign-offs', [
    h('caption', 'What a person verified by hand'),
    h('thead', h('tr', head)),
    h('tbody', rows),
  ]);
  return [
    h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: 'Table of what was verified by hand' }, table),
  ];
}

/** Files of the corpus that were not checked against. */
export function skippedList({ skipped }: Packet): Content[] {
  if (skipped.length === 0) return [];
  const items = skipped.map(({ path, reason }) => h('li', [h('span.path', path), `: ${reason}`]));
  return [
    h('p', 'These files of the corpus could not be read, so no claim was checked against them.'),
    h('ul', items),
  ];
}

export function legend(): Content[] {
  const terms = STANDINGS.flatMap((standing) => [
    h('dt', standingLabel(standing)),
    h('dd', STANDING_WORDS[standing].meaning),
  ]);
  return [
    h('dl', terms),
    h('p.quiet', [
      'A verdict says what the articles say, and not what is true. What is no prose in the draft, such as code and ' +
        'tables of data, is left out above. The SHA-256 of a file is what ',
      h('code', 'sha256sum'),
      ' prints for it: as long as it is the same, the file is the one that was checked against.',
    ]),
  ];
}
