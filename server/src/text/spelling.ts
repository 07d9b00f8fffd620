/** Spelling: which differences between two words are the hand of an editor and none of the speaker's. */

/**
 * A key that words spelt differently by convention share: `defence`/`defense`, `organise`/`organize`,
 * `neighbour`/`neighbor`, `travelled`/`traveled`, `café`/`cafe`. For comparison only, never for display.
 * The rules follow the systematic differences listed in Oxford's and Merriam-Webster's guides to usage; each is
 * narrow enough that no two words of different meaning share a key.
 */
export function spellingKey(norm: string): string {
  const known = keys.get(norm);
  if (known !== undefined) return known;
  const key = makeKey(norm);
  if (keys.size >= KEYS_KEPT) keys.clear();
  keys.set(norm, key);
  return key;
}

/** Keys are asked for again and again; the limit keeps hostile text from growing the table without end. */
const KEYS_KEPT = 200_000;
const keys = new Map<string, string>();

const SINGLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['grey', 'gray'],
  ['greys', 'grays'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['aluminium', 'aluminum'],
  ['ageing', 'aging'],
  ['judgement', 'judgment'],
  ['judgements', 'judgments'],
  ['acknowledgement', 'acknowledgment'],
  ['whilst', 'while'],
  ['amongst', 'among'],
  ['towards', 'toward'],
  ['afterwards', 'afterward'],
  ['backwards', 'backward'],
  ['forwards', 'forward'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['dreamt', 'dreamed'],
  ['spelt', 'spelled'],
  ['spoilt', 'spoiled'],
  ['sceptic', 'skeptic'],
  ['sceptical', 'skeptical'],
  ['scepticism', 'skepticism'],
  ['mum', 'mom'],
  ['enrol', 'enroll'],
  ['fulfil', 'fulfill'],
  ['instalment', 'installment'],
  ['skilful', 'skillful'],
  ['wilful', 'willful'],
  ['manoeuvre', 'maneuver'],
  ['manoeuvres', 'maneuvers'],
  ['pyjamas', 'pajamas'],
  ['moustache', 'mustache'],
  ['plough', 'plow'],
  ['okay', 'ok'],
  ['alright', 'allright'],
  ['%', 'percent'],
]);

/** Endings and middles that differ by convention, tried in order on words of at least the given length. */
const RULES: readonly { readonly from: RegExp; readonly to: string; readonly shortest: number }[] = [
  { from: /is(e|es|ed|er|ers|ing|ation|ations|able)$/, to: 'iz$1', shortest: 7 },
  { from: /ys(e|es|ed|er|ers|ing)$/, to: 'yz$1', shortest: 7 },
  {
    from: /([bdlmnpv])our(s|ed|ing|ite|ites|ful|able|hood|hoods|less|er|ers|ist)?$/,
    to: '$1or$2',
    shortest: 6,
  },
  { from: /(def|off|lic|pret)ence(s|d|less)?$/, to: '$1ense$2', shortest: 7 },
  { from: /practis(e|es|ed|ing)$/, to: 'practic$1', shortest: 8 },
  { from: /(cent|theat|met|lit|fib|calib|somb|spect|lust|meag|sab)re(s|d)?$/, to: '$1er$2', shortest: 5 },
  { from: /([aeiou][a-z]{0,2}[aeiou])ll(ed|er|ers|ing|or|ors|ery|ous)$/, to: '$1l$2', shortest: 7 },
  { from: /(catal|dial|anal|prol|monol)ogue(s)?$/, to: '$1og$2', shortest: 7 },
  { from: /^(p)ae(d|diatric)/, to: '$1e$2', shortest: 7 },
  { from: /(an|leuk)aem/, to: '$1em', shortest: 6 },
  { from: /^(h)aem/, to: '$1em', shortest: 6 },
  { from: /^(o)e(str|soph)/, to: 'e$2', shortest: 8 },
  { from: /^foet/, to: 'fet', shortest: 6 },
  { from: /diarrhoea/, to: 'diarrhea', shortest: 9 },
  { from: /orthopaed/, to: 'orthoped', shortest: 9 },
  { from: /^(arch)aeo/, to: '$1eo', shortest: 8 },
];

const ASCII = /^[a-z0-9'%$-]*$/;

function makeKey(norm: string): string {
  if (norm.endsWith("'s") && norm.length > 2) return `${makeKey(norm.slice(0, -2))}'s`;
  const plain = ASCII.test(norm) ? norm : norm.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const single = SINGLE_WORDS.get(plain);
  if (single !== undefined) return single;
  for (const rule of RULES) {
    if (plain.length >= rule.shortest && rule.from.test(plain)) return plain.replace(rule.from, rule.to);
  }
  return plain;
}

/**
 * Whether two short runs of normalised words differ in writing only: spelling, hyphenation (`heavily-fortified`),
 * contraction (`do not`/`don't`), a number in words or digits, masked letters (`f***king`), a doubled letter
 * missed or added in a long word (`regretable`).
 */
export function sameInWriting(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const left = writingOf(a);
  const right = writingOf(b);
  if (left === right || isShortened(a, right) || isShortened(b, left)) return true;
  if (left.includes('*') || right.includes('*')) return maskMatches(left, right);
  return a.length === 1 && b.length === 1 && differsByDoubling(left, right);
}

const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["can't", 'cannot'],
  ["won't", 'willnot'],
  ["shan't", 'shallnot'],
  ['gonna', 'goingto'],
  ['wanna', 'wantto'],
  ['gotta', 'gotto'],
  ["'em", 'them'],
  ["let's", 'letus'],
]);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, 'not'],
  [/'re$/, 'are'],
  [/'ve$/, 'have'],
  [/'ll$/, 'will'],
  [/'m$/, 'am'],
];

const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** The letters of a run with contractions written out, so that only a change of words is left to differ. */
function writingOf(words: readonly string[]): string {
  return words
    .map((word) => {
      const key = spellingKey(word);
      const whole = CONTRACTIONS.get(key) ?? NUMBERS.get(key);
      if (whole !== undefined) return whole;
      const ending = ENDINGS.find(([from]) => from.test(key));
      return (ending === undefined ? key : key.replace(ending[0], ending[1])).replaceAll("'", '');
    })
    .join('');
}

/** Words after which `'s` is a verb and no possessive. */
const SUBJECTS: ReadonlySet<string> = new Set(
  'he she it that there here what who where how this everybody everyone nobody somebody someone'.split(' '),
);

/** `he's` for `he is` or `he has`: whether the letters of a run with one written out are `whole`. */
function isShortened(words: readonly string[], whole: string): boolean {
  if (!words.some((word) => word.endsWith("'s") && SUBJECTS.has(word.slice(0, -2)))) return false;
  return ['is', 'has'].some((verb) => {
    const full = words.flatMap((word) =>
      word.endsWith("'s") && SUBJECTS.has(word.slice(0, -2)) ? [word.slice(0, -2), verb] : [word],
    );
    return writingOf(full) === whole;
  });
}

/** `f***king` and `f*cking`: what stands before the mask and after it agrees as far as both go. */
function maskMatches(a: string, b: string): boolean {
  const [beforeA = '', afterA = ''] = aroundMask(a);
  const [beforeB = '', afterB = ''] = aroundMask(b);
  const starts = beforeA.startsWith(beforeB) || beforeB.startsWith(beforeA);
  const ends = afterA.endsWith(afterB) || afterB.endsWith(afterA);
  return starts && ends && beforeA !== '' && beforeB !== '';
}

function aroundMask(word: string): [string, string] {
  const first = word.indexOf('*');
  if (first === -1) return [word, word];
  return [word.slice(0, first), word.slice(word.lastIndexOf('*') + 1)];
}

/** Shortest word for which a doubled letter makes no other word: `stared`/`starred` have fewer letters than this. */
const SHORTEST_DOUBLED = 9;

function differsByDoubling(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_DOUBLED || Math.abs(a.length - b.length) !== 1) return false;
  return undoubled(a) === undoubled(b);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}
