/** Days with a name, by their rule. Only names that mean one day in English-language news are here. */

/** How a named day falls in a year. `n` −1 is the last such weekday of the month; offsets are days. */
export type HolidayRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | {
      readonly kind: 'nth';
      readonly month: number;
      readonly weekday: number;
      readonly n: number;
      readonly offset: number;
    }
  | { readonly kind: 'easter'; readonly offset: number };

export interface Holiday {
  readonly words: readonly string[];
  readonly rule: HolidayRule;
  /** The name is also an adjective (`Christmas tree`), so its neighbours decide. */
  readonly bare: boolean;
}

const fixed = (month: number, day: number): HolidayRule => ({ kind: 'fixed', month, day });
const nth = (month: number, weekday: number, n: number, offset = 0): HolidayRule => ({
  kind: 'nth',
  month,
  weekday,
  n,
  offset,
});

const BARE: readonly (readonly [names: string, rule: HolidayRule])[] = [
  ['christmas', fixed(12, 25)],
  ['halloween', fixed(10, 31)],
  ['thanksgiving', nth(11, 4, 4)],
  ['easter', { kind: 'easter', offset: 0 }],
  ['juneteenth', fixed(6, 19)],
];

const FULL: readonly (readonly [names: string, rule: HolidayRule])[] = [
  ["new year 's day", fixed(1, 1)],
  ["new year 's eve", fixed(12, 31)],
  ['new years day', fixed(1, 1)],
  ['new years eve', fixed(12, 31)],
  ["valentine 's day", fixed(2, 14)],
  ['christmas day', fixed(12, 25)],
  ['christmas eve', fixed(12, 24)],
  ['boxing day', fixed(12, 26)],
  ['veterans day', fixed(11, 11)],
  ['thanksgiving day', nth(11, 4, 4)],
  ['thanks giving day', nth(11, 4, 4)],
  ['black friday', nth(11, 4, 4, 1)],
  ['martin luther king day', nth(1, 1, 3)],
  ['martin luther king jr . day', nth(1, 1, 3)],
  ['mlk day', nth(1, 1, 3)],
  ['memorial day', nth(5, 1, -1)],
  ['labor day', nth(9, 1, 1)],
  ["father 's day", nth(6, 7, 3)],
  ['good friday', { kind: 'easter', offset: -2 }],
  ['easter sunday', { kind: 'easter', offset: 0 }],
  ['easter monday', { kind: 'easter', offset: 1 }],
];

/** From the first word of a name to the names that start with it, longest first. Words are tokens: `year` and `'s`. */
export const HOLIDAYS: ReadonlyMap<string, readonly Holiday[]> = index();

function index(): ReadonlyMap<string, readonly Holiday[]> {
  const found = new Map<string, Holiday[]>();
  const add = (names: string, rule: HolidayRule, bare: boolean): void => {
    const words = names.split(' ');
    const list = found.get(words[0] ?? '') ?? [];
    list.push({ words, rule, bare });
    found.set(words[0] ?? '', list);
  };
  for (const [names, rule] of FULL) add(names, rule, false);
  for (const [names, rule] of BARE) add(names, rule, true);
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}
