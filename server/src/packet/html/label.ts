/** Labels: the sign and the word of a standing, so that no colour is needed to tell them apart. */

import type { Element } from 'hast';
import { h } from 'hastscript';
import { STANDING_WORDS, type Standing } from '../standing.ts';

/** The sign and the word in the colours of the standing. */
export function standingLabel(standing: Standing): Element {
  const { sign, label } = STANDING_WORDS[standing];
  return h('span.label', { className: [standing] }, [
    h('span.sign', { ariaHidden: 'true' }, sign),
    ` ${label}`,
  ]);
}
