/** Coverage in the page: the claims by standing, and a row with a bar for each section. */

import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { PacketSection } from '../coverage.ts';
import type { Packet } from '../packet.ts';
import { STANDING_WORDS, STANDINGS, type Standing } from '../standing.ts';
import type { Content } from './content.ts';

/** How many claims have each standing; standings without a claim are left out. */
export function tally({ counts }: Packet): Element {
  const shown = STANDINGS.filter((standing) => counts[standing] > 0);
  return h(
    'ul.tally',
    { ariaLabel: 'Claims by verdict' },
    shown.map((standing) => {
      const { sign, label } = STANDING_WORDS[standing];
      return h('li', { className: [standing] }, [
        h('span.number', String(counts[standing])),
        h('span.name', [h('span.sign', { ariaHidden: 'true' }, sign), ` ${label}`]),
      ]);
    }),
  );
}

/** One row a section: its bar, whose length is its number of claims, and the numbers that the bar shows. */
export function coverageTable({ sections, counts }: Packet): Content[] {
  if (sections.length === 0) return [h('p.quiet', 'The draft has no claim to check.')];
  const longest = Math.max(...sections.map(({ claims }) => claims));
  const columns = STANDINGS.filter((standing) => counts[standing] > 0);
  const head = h('tr', [
    h('th', { scope: 'col' }, 'Section'),
    h('th.chart', { scope: 'col' }, 'Claims'),
    ...columns.map((standing) => h('th.count', { scope: 'col' }, STANDING_WORDS[standing].label)),
  ]);
  const rows = sections.map((section) => {
    const cells = columns.map((standing) => h('td.count', zeroAsDash(section.counts[standing])));
    const name = sectionName(section);
    return h('tr', [
      h('th', { scope: 'row', dir: 'auto' }, name),
      h('td.chart', [bar(section, longest, name), h('span.total', String(section.claims))]),
      ...cells,
    ]);
  });
  const table = h('table.coverage', [
    h('caption', 'How the claims of each section stand'),
    h('thead', head),
    h('tbody', rows),
  ]);
  return [h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: 'Table of coverage by section' }, table)];
}

export function sectionName({ title }: PacketSection): string {
  if (title === null) return 'Before the first heading';
  return title === '' ? '(untitled)' : title;
}

function zeroAsDash(count: number): string {
  return count === 0 ? '–' : String(count);
}

/** Units of the drawing; the style sheet sets how large they are. */
const BAR = { width: 200, height: 12, gap: 1.5 };

/** The claims of a section side by side, one colour a standing, in the order of the columns. */
function bar({ claims, counts }: PacketSection, longest: number, name: string): Element {
  const unit = BAR.width / longest;
  const parts = STANDINGS.flatMap((standing) =>
    counts[standing] > 0 ? [{ standing, count: counts[standing] }] : [],
  );
  let at = 0;
  const rects = parts.map(({ standing, count }) => {
    const x = at;
    at += count * unit;
    const width = Math.max(count * unit - BAR.gap, 1);
    return s('rect', {
      className: [standing],
      x: round(x),
      y: 0,
      width: round(width),
      height: BAR.height,
      rx: 1.5,
    });
  });
  const description = parts.map(({ standing, count }) => `${count} ${wordOf(standing)}`).join(', ');
  return s('svg', { viewBox: `0 0 ${BAR.width} ${BAR.height}`, role: 'img', preserveAspectRatio: 'none' }, [
    s('title', `${name}: ${claims === 1 ? '1 claim' : `${claims} claims`}`),
    s('desc', description),
    ...rects,
  ]);
}

function wordOf(standing: Standing): string {
  return STANDING_WORDS[standing].label.toLowerCase();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
