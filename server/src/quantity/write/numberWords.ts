/** Numbers as English words: 21 is `twenty-one`, 3 the ordinal is `third`. */

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

/** Whole numbers from 0 to 100 in words; null beyond, where newspapers write figures. */
export function inWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 100) return null;
  if (value === 100) return 'one hundred';
  if (value < 20) return UNITS[value] ?? null;
  const ten = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? ten : `${ten}-${UNITS[value % 10] ?? ''}`;
}

/** `third`, `twenty-first`; null beyond a hundred. */
export function ordinalInWords(value: number): string | null {
  const cardinal = inWords(value);
  if (cardinal === null) return null;
  const at = Math.max(cardinal.lastIndexOf('-'), cardinal.lastIndexOf(' ')) + 1;
  const last = cardinal.slice(at);
  const ordinal = IRREGULAR.get(last) ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return cardinal.slice(0, at) + ordinal;
}

/** `1st`, `22nd`, `113th`. */
export function ordinalInDigits(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return `${value}th`;
  const suffix = ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
  return `${value}${suffix}`;
}
