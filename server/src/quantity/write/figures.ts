/** Figures in another figure's style. */

import { significantDigits } from '../numerals/numeral.ts';
import type { Figure } from '../quantity.ts';
import { inWords, ordinalInDigits, ordinalInWords } from './numberWords.ts';

/** How the draft writes its number. */
interface Style {
  /** What stands before the first digit or word of the number: `$`, `US$`. */
  readonly prefix: string;
  /** What stands behind the number: `%`, ` per cent`, ` dollars`. */
  readonly suffix: string;
  readonly words: boolean;
  readonly separator: string;
  /** Names of the scales, by power of ten: [`billion`, 1e9]; empty where the draft writes none. */
  readonly scales: readonly (readonly [string, number])[];
  readonly capital: boolean;
}

export function writeFigure(source: Figure, draft: Figure): string {
  if (source.unit !== draft.unit || source.dimension !== draft.dimension || source.vague) return source.text;
  if (draft.kind === 'score' || draft.kind === 'multiple' || source.kind === 'multiple') return source.text;
  const style = styleOf(draft);
  if (source.kind === 'ordinal' || namesByOrdinal(draft))
    return capitalise(writeOrdinal(source.low, style.words), style.capital);
  if (source.low === source.high) return writeOne(source.low, source, style, style.suffix);
  const joint = /to|and|or/.exec(source.text)?.[0] ?? '–';
  const low = writeOne(source.low, source, style, '');
  const high = writeOne(source.high, source, style, style.suffix);
  return joint === '–' ? `${low}–${high}` : `${low} ${joint} ${high}`;
}

const SCALE_WORDS = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
] as const;

const SHORT_SCALES: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  [
    'bn',
    [
      ['tn', 1e12],
      ['bn', 1e9],
      ['m', 1e6],
    ],
  ],
  [
    'b',
    [
      ['t', 1e12],
      ['b', 1e9],
      ['m', 1e6],
    ],
  ],
  [
    'B',
    [
      ['T', 1e12],
      ['B', 1e9],
      ['M', 1e6],
    ],
  ],
  [
    'm',
    [
      ['tn', 1e12],
      ['bn', 1e9],
      ['m', 1e6],
    ],
  ],
  [
    'M',
    [
      ['T', 1e12],
      ['B', 1e9],
      ['M', 1e6],
    ],
  ],
  [
    'k',
    [
      ['bn', 1e9],
      ['m', 1e6],
      ['k', 1e3],
    ],
  ],
  [
    'K',
    [
      ['B', 1e9],
      ['M', 1e6],
      ['K', 1e3],
    ],
  ],
]);

/** The scale behind a number, with what stands between. */
const SCALE = /^(\s?-?)(thousand|million|billion|trillion|bn|tn|[kKmMbB])(?![a-z])/;

function styleOf(draft: Figure): Style {
  const digits = /\d/.test(draft.text);
  const number = digits ? /\d[\d.,]*/.exec(draft.text) : null;
  const prefix = number === null ? '' : draft.text.slice(0, number.index);
  const behind = number === null ? '' : draft.text.slice(number.index + number[0].length);
  const scale = SCALE.exec(behind);
  return {
    prefix: /^[-−]/.test(prefix) ? '' : prefix,
    suffix: suffixOf(draft, scale === null ? behind : behind.slice(scale[0].length)),
    words: !digits,
    separator: draft.kind === 'designation' || (number !== null && /^\d{4,}/.test(number[0])) ? '' : ',',
    scales: scalesLike(scale?.[2], scale?.[1] ?? ' '),
    capital: /^\p{Lu}/u.test(draft.text) && !digits,
  };
}

/** The unit that belongs to the replaced span: per cent signs and names of money. */
function suffixOf(draft: Figure, behind: string): string {
  if (draft.kind !== 'percent' && draft.kind !== 'money') return '';
  if (/\d/.test(draft.text))
    return /[\p{L}%].*$/u.exec(behind) === null ? '' : behind.replace(/^.*\d/, '').replace(SCALE, '');
  return /\s*(?:per ?cent|percent|percentage points?|[\p{L}]+)$/u.exec(draft.text)?.[0] ?? '';
}

function scalesLike(written: string | undefined, gap: string): readonly (readonly [string, number])[] {
  const scales = SHORT_SCALES.get(written ?? '') ?? SCALE_WORDS;
  const space = written === undefined || written.length > 2 ? ' ' : gap;
  return scales.map(([name, value]) => [(gap === '-' ? '-' : space) + name, value]);
}

function writeOne(value: number, source: Figure, style: Style, suffix: string): string {
  if (style.words) {
    const words = inWords(value);
    if (words !== null) return capitalise(words + suffix, style.capital);
  }
  return `${value < 0 ? '-' : ''}${style.prefix}${digitsOf(Math.abs(value), source, style)}${suffix}`;
}

/** Millions and more take a scale word when the number is short in it: 2.1 billion, but 1,234,567. */
function digitsOf(value: number, source: Figure, style: Style): string {
  for (const [name, scale] of style.scales) {
    if (value < scale) continue;
    const short = Number((value / scale).toPrecision(12));
    return significantDigits(short) <= MOST_SCALED_DIGITS
      ? `${plain(short, decimalsOf(source, scale), style)}${name}`
      : plain(value, 0, style);
  }
  return plain(value, decimalsOf(source, 1), style);
}

/** `1.234 million` is still read with ease, `1.234567 million` is not. */
const MOST_SCALED_DIGITS = 4;

/** Places the source gives after the point, in the unit of `scale`: `2.10` keeps its zero. */
function decimalsOf(source: Figure, scale: number): number {
  const step = source.step / scale;
  return step >= 1 || !Number.isFinite(step)
    ? 0
    : Math.min(3, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function plain(value: number, decimals: number, style: Style): string {
  const fixed = Number.isInteger(value) && decimals > 1 ? String(value) : trimmed(value, decimals);
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, style.separator);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Cents keep both places; other numbers lose the zeros that only conversion put there. */
function trimmed(value: number, decimals: number): string {
  if (Number.isInteger(value)) return String(value);
  return decimals === 2 ? value.toFixed(2) : String(Number(value.toPrecision(12)));
}

/** `the 13th Amendment`, `the Ninth Circuit`: what is named by its number, written as an ordinal. */
function namesByOrdinal({ kind, text }: Figure): boolean {
  return kind === 'designation' && /(?:\dst|\dnd|\drd|first|second|third|th)$/i.test(text);
}

function writeOrdinal(value: number, words: boolean): string {
  return (words ? ordinalInWords(value) : null) ?? ordinalInDigits(value);
}

function capitalise(text: string, capital: boolean): string {
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
