/** Numbers with units as `siunitx` writes them: `\SI{5}{km}`, `\qty{5}{\kilo\metre}`, `\num{5000}`, `\ang{5}`. */

import type { ProseWriter } from '../proseWriter.ts';

/** Bounded, so that many that are not closed cost no more than their length times the bound. */
const COMMAND =
  /\\(SI|qty|SIrange|qtyrange|num|numrange|numproduct|ang|si|unit)(?![A-Za-z])(?:\[[^\]\n]{0,200}\])?((?:\{[^{}\n]{0,80}\}){1,3})/y;

/** The numbers that each command takes, and whether a unit follows them. */
const FORMS: ReadonlyMap<string, { readonly numbers: number; readonly unit: boolean }> = new Map([
  ['SI', { numbers: 1, unit: true }],
  ['qty', { numbers: 1, unit: true }],
  ['SIrange', { numbers: 2, unit: true }],
  ['qtyrange', { numbers: 2, unit: true }],
  ['num', { numbers: 1, unit: false }],
  ['numproduct', { numbers: 1, unit: false }],
  ['numrange', { numbers: 2, unit: false }],
  ['ang', { numbers: 1, unit: false }],
  ['si', { numbers: 0, unit: true }],
  ['unit', { numbers: 0, unit: true }],
]);

/**
 * Writes the command at `at` so that its numbers stand as they are, where they can be corrected, and the rest reads as
 * words. Returns the offset behind it, or null when there is none or its arguments are not complete.
 */
export function readNumberCommand(text: string, at: number, out: ProseWriter): number | null {
  COMMAND.lastIndex = at;
  const match = COMMAND.exec(text);
  const [whole = '', name = '', written = ''] = match ?? [];
  const form = FORMS.get(name);
  if (match === null || form === undefined) return null;
  const given = written
    .slice(1, -1)
    .split('}{')
    .slice(0, form.numbers + (form.unit ? 1 : 0));
  if (given.length < form.numbers + (form.unit ? 1 : 0)) return null;
  // From here to the next number everything is markup.
  let markup = at;
  let start = at + whole.length - written.length + 1;
  for (const [index, argument] of given.entries()) {
    const end = start + argument.length;
    if (index < form.numbers) {
      out.replace(markup, start, index === 0 ? '' : ' to ');
      markup = end;
    }
    start = end + '}{'.length;
  }
  const end = start - 1;
  const ending = name === 'ang' ? '°' : unitWords(form.unit ? (given.at(-1) ?? '') : '');
  const isBehindNumber = markup > at && name !== 'ang' && ending !== '';
  out.replace(markup, end, isBehindNumber ? ` ${ending}` : ending);
  return end;
}

/** Names of units that are not read as they are called. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['percent', '%'],
  ['degreeCelsius', '°C'],
  ['celsius', '°C'],
  ['degree', '°'],
  ['meter', 'metre'],
  ['liter', 'litre'],
  ['square', 'square '],
  ['cubic', 'cubic '],
  ['squared', ' squared'],
  ['cubed', ' cubed'],
  ['per', ' per '],
]);

const PREFIXES: ReadonlySet<string> = new Set(
  'quecto yocto zepto atto femto pico nano micro milli centi deci deca deka hecto kilo mega giga tera peta'.split(
    ' ',
  ),
);

/** `\kilo\metre\per\hour` in words, `kilometre per hour`; literal units as they are, `km`. */
function unitWords(unit: string): string {
  if (!unit.includes('\\')) return unit;
  let words = '';
  for (const [, name = '', literal = ''] of unit.matchAll(/\\([A-Za-z]+)|([^\\]+)/g)) {
    const word = name === '' ? literal : (UNITS.get(name) ?? name);
    const joins = words === '' || /\s$/.test(words) || /^\s/.test(word);
    const prefixed = PREFIXES.has(words.slice(words.lastIndexOf(' ') + 1));
    words += joins || prefixed ? word : ` ${word}`;
  }
  return words.trim();
}
