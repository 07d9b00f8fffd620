/** Units of measure: names and symbols as newspapers write them, with their size in the base unit. */

/**
 * One unit. A value times `factor`, after adding `shift`, is in the base unit of its dimension:
 * metre, gram, second, square metre, litre, kelvin, bit, watt, volt…
 * Sizes are the exact definitions of NIST Special Publication 811, appendix B; tons and gallons are American
 * unless marked, a month is 30 days and a year 365, which is how TIMEX3 and Recognizers-Text count.
 */
export interface Unit {
  readonly name: string;
  readonly dimension: string;
  readonly factor: number;
  readonly shift: number;
}

type Row = readonly [name: string, factor: number, written: string];

const LENGTH: readonly Row[] = [
  ['picometre', 1e-12, 'picometre picometres picometer picometers'],
  ['nanometre', 1e-9, 'nm nanometre nanometres nanometer nanometers'],
  ['micron', 1e-6, 'µm μm micron microns micrometre micrometres micrometer micrometers'],
  ['mm', 1e-3, 'mm millimetre millimetres millimeter millimeters'],
  ['cm', 1e-2, 'cm centimetre centimetres centimeter centimeters'],
  ['decimetre', 1e-1, 'dm decimetre decimetres decimeter decimeters'],
  ['m', 1, 'm metre metres meter meters'],
  ['km', 1e3, 'km kms kilometre kilometres kilometer kilometers kilometre klick klicks'],
  ['inch', 0.0254, 'inch inches'],
  ['foot', 0.3048, 'foot feet ft'],
  ['yard', 0.9144, 'yard yards yd yds'],
  ['mile', 1609.344, 'mile miles mi'],
  ['furlong', 201.168, 'furlong furlongs'],
  ['fathom', 1.8288, 'fathom fathoms'],
  ['light-year', 9.4607304725808e15, 'lightyear lightyears'],
];

const MASS: readonly Row[] = [
  ['microgram', 1e-6, 'µg μg mcg microgram micrograms microgramme microgrammes'],
  ['mg', 1e-3, 'mg milligram milligrams milligramme milligrammes'],
  ['g', 1, 'g gram grams gramme grammes'],
  ['kg', 1e3, 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes'],
  ['tonne', 1e6, 'tonne tonnes'],
  ['ton', 907_184.74, 'ton tons'],
  ['ounce', 28.349523125, 'ounce ounces oz'],
  ['lb', 453.59237, 'lb lbs pound pounds'],
  ['stone', 6350.29318, 'stone'],
  ['carat', 0.2, 'carat carats'],
];

const TIME: readonly Row[] = [
  ['millisecond', 1e-3, 'ms millisecond milliseconds'],
  ['second', 1, 'second seconds sec secs s'],
  ['minute', 60, 'minute minutes min mins'],
  ['hour', 3600, 'hour hours hr hrs h'],
  ['day', 86_400, 'day days d'],
  ['night', 86_400, 'night nights'],
  ['week', 604_800, 'week weeks wk wks w'],
  ['weekend', 172_800, 'weekends'],
  ['fortnight', 1_209_600, 'fortnight fortnights'],
  ['month', 2_592_000, 'month months mo mos'],
  ['year', 31_536_000, 'year years yr yrs y'],
  ['decade', 315_360_000, 'decade decades'],
  ['century', 3_153_600_000, 'century centuries'],
  ['millennium', 31_536_000_000, 'millennium millennia millenniums'],
];

const AREA: readonly Row[] = [
  ['acre', 4046.8564224, 'acre acres'],
  ['hectare', 1e4, 'hectare hectares ha'],
];

const VOLUME: readonly Row[] = [
  ['ml', 1e-3, 'ml millilitre millilitres milliliter milliliters cc'],
  ['litre', 1, 'litre litres liter liters l'],
  ['gallon', 3.785411784, 'gallon gallons gal'],
  ['pint', 0.473176473, 'pint pints'],
  ['quart', 0.946352946, 'quart quarts'],
  ['barrel', 158.987294928, 'barrel barrels bbl'],
  ['cup', 0.2365882365, 'cups'],
  ['fluid ounce', 0.0295735295625, 'floz'],
];

const OTHER: readonly (readonly [dimension: string, rows: readonly Row[]])[] = [
  [
    'information',
    [
      ['bit', 1, 'bit bits'],
      ['byte', 8, 'byte bytes'],
      ['kB', 8e3, 'kb kilobyte kilobytes'],
      ['MB', 8e6, 'mb megabyte megabytes'],
      ['GB', 8e9, 'gb gigabyte gigabytes'],
      ['TB', 8e12, 'tb terabyte terabytes'],
      ['Mbit', 1e6, 'megabit megabits'],
      ['Gbit', 1e9, 'gigabit gigabits'],
    ],
  ],
  [
    'power',
    [
      ['watt', 1, 'watt watts'],
      ['kW', 1e3, 'kw kilowatt kilowatts'],
      ['MW', 1e6, 'mw megawatt megawatts'],
      ['GW', 1e9, 'gw gigawatt gigawatts'],
      ['horsepower', 745.6998715822702, 'hp horsepower'],
    ],
  ],
  [
    'energy',
    [
      ['calorie', 4.184, 'calorie calories cal'],
      ['kcal', 4184, 'kcal kilocalorie kilocalories'],
      ['kWh', 3.6e6, 'kwh'],
      ['MWh', 3.6e9, 'mwh'],
      ['joule', 1, 'joule joules'],
    ],
  ],
  ['voltage', [['volt', 1, 'volt volts']]],
  [
    'frequency',
    [
      ['Hz', 1, 'hz hertz'],
      ['kHz', 1e3, 'khz kilohertz'],
      ['MHz', 1e6, 'mhz megahertz'],
      ['GHz', 1e9, 'ghz gigahertz'],
    ],
  ],
  ['sound', [['decibel', 1, 'db decibel decibels']]],
  ['speed', [['knot', 1852 / 3600, 'knot knots']]],
  ['magnitude', [['magnitude', 1, 'magnitude']]],
  ['calibre', [['calibre', 1, 'calibre caliber']]],
  ['gauge', [['gauge', 1, 'gauge']]],
];

function table(): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  const add = (dimension: string, rows: readonly Row[]): void => {
    for (const [name, factor, written] of rows) {
      for (const word of written.split(' ')) units.set(word, { name, dimension, factor, shift: 0 });
    }
  };
  add('length', LENGTH);
  add('mass', MASS);
  add('time', TIME);
  add('area', AREA);
  add('volume', VOLUME);
  for (const [dimension, rows] of OTHER) add(dimension, rows);
  return units;
}

/** From the lower-case word or symbol to its unit. */
export const UNITS_OF_MEASURE: ReadonlyMap<string, Unit> = table();

/** Symbols of one or two letters that are words or initials elsewhere: a figure must touch them (`3h`, `5g`). */
export const MUST_TOUCH: ReadonlySet<string> = new Set([
  's',
  'd',
  'w',
  'y',
  'mo',
  'cal',
  'l',
  'mi',
  'ms',
  'bit',
  'hp',
]);

/** Speeds written as one symbol: the length per hour or second. */
export const SPEEDS: ReadonlyMap<string, readonly [unit: string, per: string]> = new Map([
  ['mph', ['mile', 'hour']],
  ['kph', ['km', 'hour']],
  ['kmph', ['km', 'hour']],
  ['kmh', ['km', 'hour']],
]);

const FAHRENHEIT: Unit = { name: 'fahrenheit', dimension: 'temperature', factor: 5 / 9, shift: 459.67 };
const CELSIUS: Unit = { name: 'celsius', dimension: 'temperature', factor: 1, shift: 273.15 };
const KELVIN: Unit = { name: 'kelvin', dimension: 'temperature', factor: 1, shift: 0 };

/** The scales that weather and fevers are told in. */
export const TEMPERATURE_SCALES: readonly Unit[] = [CELSIUS, FAHRENHEIT];

/** Temperature scales behind `degrees` or alone. */
export const TEMPERATURES: ReadonlyMap<string, Unit> = new Map([
  ['fahrenheit', FAHRENHEIT],
  ['farenheit', FAHRENHEIT],
  ['f', FAHRENHEIT],
  ['celsius', CELSIUS],
  ['celcius', CELSIUS],
  ['centigrade', CELSIUS],
  ['centigrate', CELSIUS],
  ['c', CELSIUS],
  ['kelvin', KELVIN],
]);

/** Degrees whose scale is not written. */
export const DEGREE: Unit = { name: 'degree', dimension: 'degree', factor: 1, shift: 0 };
