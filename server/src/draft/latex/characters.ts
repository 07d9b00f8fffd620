/** Characters of LaTeX: accents, letters and signs that are written as commands, and the characters they print. */

/** A construct that stands for other characters: its length as written, and those characters. */
export interface Written {
  readonly length: number;
  readonly text: string;
}

/** What the control sequence at `at` (a backslash) prints, when it is an accent, an escaped character or a sign. */
export function characterAt(text: string, at: number): Written | null {
  return accentAt(text, at) ?? symbolAt(text, at) ?? namedAt(text, at);
}

/** Accents by the sign or letter that follows the backslash, as combining characters. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

/** `\'e`, `\'{e}`, `\'\i`, `\c c`, `\c{c}`. An accent named by a letter needs a blank or a brace before its letter. */
const ACCENT =
  /\\(?:(["'.=^`~])[ \t]{0,3}|([Hbcdkruv])(?:[ \t]{1,3}|(?=\{)))(?:(\p{L})|\{(\p{L})\}|\{?\\([ij])(?![A-Za-z])(?:\{\}|[ \t]?)\}?)/uy;

function accentAt(text: string, at: number): Written | null {
  ACCENT.lastIndex = at;
  const match = ACCENT.exec(text);
  if (match === null) return null;
  const [whole, sign, letter, bare, braced, dotless] = match;
  const accent = ACCENTS.get(sign ?? letter ?? '');
  const base = bare ?? braced ?? dotless;
  if (accent === undefined || base === undefined) return null;
  return { length: whole.length, text: `${base}${accent}`.normalize('NFC') };
}

/** Control symbols. A thin space also parts thousands; what only moves or breaks the line prints nothing. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...['%', '$', '&', '#', '_', '{', '}'].map((sign) => [sign, sign] as const),
  [',', '\u202f'],
  [';', ' '],
  [':', ' '],
  ['>', ' '],
  [' ', ' '],
  ['\n', ' '],
  ['-', ''],
  ['/', ''],
  ['!', ''],
  ['@', ''],
]);

function symbolAt(text: string, at: number): Written | null {
  const printed = SYMBOLS.get(text.charAt(at + 1));
  return printed === undefined ? null : { length: 2, text: printed };
}

/** Commands that print a character. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    aa: 'å',
    AA: 'Å',
    dh: 'ð',
    DH: 'Ð',
    th: 'þ',
    TH: 'Þ',
    i: 'i',
    j: 'j',
    S: '§',
    P: '¶',
    pounds: '£',
    textsterling: '£',
    euro: '€',
    texteuro: '€',
    EUR: '€',
    textyen: '¥',
    textcent: '¢',
    textdollar: '$',
    textpercent: '%',
    textperthousand: '‰',
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textunderscore: '_',
    textbar: '|',
    textless: '<',
    textgreater: '>',
    textbraceleft: '{',
    textbraceright: '}',
    textendash: '–',
    textemdash: '—',
    textquoteleft: '‘',
    textquoteright: '’',
    textquotedblleft: '“',
    textquotedblright: '”',
    textquotesingle: "'",
    textquotedbl: '"',
    quotedblbase: '„',
    quotesinglbase: '‚',
    lq: '‘',
    rq: '’',
    glqq: '„',
    grqq: '“',
    glq: '‚',
    grq: '‘',
    flqq: '«',
    frqq: '»',
    guillemotleft: '«',
    guillemotright: '»',
    guillemetleft: '«',
    guillemetright: '»',
    dots: '…',
    ldots: '…',
    textellipsis: '…',
    dag: '†',
    ddag: '‡',
    copyright: '©',
    textcopyright: '©',
    textregistered: '®',
    texttrademark: '™',
    degree: '°',
    textdegree: '°',
    textmu: 'µ',
    textonehalf: '½',
    textonequarter: '¼',
    textthreequarters: '¾',
    textnumero: '№',
    LaTeX: 'LaTeX',
    TeX: 'TeX',
    slash: '/',
    space: ' ',
    quad: ' ',
    qquad: ' ',
    enspace: ' ',
    thinspace: '\u202f',
    nobreakspace: '\u00a0',
  }),
);

/** A control word with the blanks, or the empty braces, that end it. */
const CONTROL_WORD = /\\([A-Za-z]{1,20})(?![A-Za-z])(?:\{\}|[ \t]{0,20})/y;

function namedAt(text: string, at: number): Written | null {
  CONTROL_WORD.lastIndex = at;
  const match = CONTROL_WORD.exec(text);
  const printed = NAMED.get(match?.[1] ?? '');
  return match === null || printed === undefined ? null : { length: match[0].length, text: printed };
}
