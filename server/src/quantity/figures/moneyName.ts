/** Money named behind the amount: `50 cents`, `10,000 Swiss francs`, `420 million USD`, `100 €`. */

import { CODES, NAMES, NATIONS, SIGNS } from '../lexicon/currencies.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { Scan } from '../scan.ts';
import { isNumber, isWord, lowerAt, touches } from '../scan.ts';
import { type Amount, unitBehind } from './amount.ts';
import type { Suffix } from './suffix.ts';

/** From this scale on `pounds` are money: nobody weighs in millions of pounds without saying so. */
const POUNDS_ARE_MONEY_FROM = 1e5;

export function readMoneyName(scan: Scan, amount: Amount): Suffix | null {
  if (amount.currency !== null) return readRepeatedName(scan, amount, amount.currency);
  const at = unitBehind(scan, amount);
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const sign = SIGNS.get(token.text);
  if (sign !== undefined && !isNumber(scan, at + 1)) return money(sign, 1, at + 1);
  if (CODES.has(token.text)) return money(token.text === 'RMB' ? 'CNY' : token.text, 1, at + 1);
  const nation = NATIONS.get(token.lower.endsWith('.') ? token.lower.slice(0, -1) : token.lower);
  const name = NAMES.get(lowerAt(scan, nation === undefined ? at : at + 1));
  if (name === undefined) return null;
  if (nation !== undefined) return money(nation, name.factor, at + 2);
  return isMoneyWord(scan, at, amount)
    ? withCents(scan, money(name.code, name.factor, at + 1), name.code)
    : null;
}

/** `$5 billion dollars`: the name repeats the sign and belongs to the value. */
function readRepeatedName(scan: Scan, amount: Amount, code: string): Suffix | null {
  const token = scan.tokens[amount.next];
  const repeats = NAMES.get(token?.lower ?? '')?.factor === 1 || token?.text === code;
  return repeats ? money(code, 1, amount.next + 1) : null;
}

/** `pounds` weigh below a hundred thousand, `won` and `real` are verbs and adjectives in small numbers, `p` is a symbol. */
function isMoneyWord(scan: Scan, at: number, amount: Amount): boolean {
  const word = lowerAt(scan, at);
  if (word === 'pound' || word === 'pounds') {
    return lowerAt(scan, at + 1) === 'sterling' || amount.high >= POUNDS_ARE_MONEY_FROM;
  }
  if (word === 'p') return meansPence(scan, at, amount);
  if (word === 'won' || word === 'real' || word === 'marks') return amount.high >= 1000;
  return true;
}

/** The `p` of `187p`; `1080p` are the lines of a picture. */
function meansPence(scan: Scan, at: number, { high }: Amount): boolean {
  const runsOn = touches(scan, at + 1) && (isWord(scan, at + 1) || isNumber(scan, at + 1));
  return scan.tokens[at]?.text === 'p' && touches(scan, at) && !runsOn && !LINES.has(high);
}

/** Of the formats of television (ITU-R BT.601, 709 and 2020) and those of screens between them. */
const LINES: ReadonlySet<number> = new Set([240, 360, 480, 576, 720, 1080, 1440, 2160, 4320]);

/** `3 dollars 50 cents`, `thirteen dollars and forty-five cents`. */
function withCents(scan: Scan, suffix: Suffix, code: string): Suffix {
  if (suffix.parts.factor !== 1) return suffix;
  const from = lowerAt(scan, suffix.next) === 'and' ? suffix.next + 1 : suffix.next;
  const cents = readNumeral(scan, from);
  const name = cents === null ? undefined : NAMES.get(lowerAt(scan, cents.next));
  if (cents === null || name === undefined || name.code !== code || name.factor === 1) return suffix;
  const next = cents.next + 1;
  return { ...suffix, next, valueNext: next, plus: cents.low * name.factor };
}

function money(code: string, factor: number, next: number): Suffix {
  const unit = factor === 1 ? code : code === 'GBP' ? 'penny' : 'cent';
  return { next, valueNext: next, parts: { kind: 'money', unit, factor, dimension: `money:${code}` } };
}
