/** The file that is made of a pasted article: its name, its front matter, and what its text says of itself. */

import { stringify } from 'yaml';

/** What the writer says of a source. Empty where it is not known. */
export interface SourceForm {
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly url: string;
}

/** Characters of the first line that may be a title. A longer one is a paragraph. */
const LONGEST_TITLE = 160;
/** Characters of a file name before its ending: the shortest limit of a path in use is 260. */
const LONGEST_NAME = 80;

/** What a pasted text seems to say of itself, for the writer to correct: its first line, a date, an address. */
export function proposeForm(text: string): SourceForm {
  const lines = text
    .split('\n', HEAD_LINES)
    .map((line) => line.slice(0, LONGEST_LINE).trim())
    .filter((line) => line !== '');
  const first = lines.find((line) => !isAddress(line)) ?? '';
  const title = first.replace(/^#{1,6} /u, '');
  return {
    title: title.length <= LONGEST_TITLE ? title : '',
    outlet: '',
    date: lines.map(isoDateIn).find((date) => date !== null) ?? '',
    url: lines.find(isAddress) ?? '',
  };
}

/** The lines in which pages say who wrote them and when; a date further down belongs to the story. */
const HEAD_LINES = 10;
/** UTF-16 units of such a line that are looked at. */
const LONGEST_LINE = 400;

function isoDateIn(line: string): string | null {
  const date = /\b\d{4}-\d{2}-\d{2}\b/u.exec(line)?.[0];
  return date !== undefined && isDay(date) ? date : null;
}

/** Whether it is a web address as a whole. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/iu.test(text);
}

/** Whether it is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // A month of 30 days takes a 31st for the first of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The Markdown file: front matter of what is known, and the text as pasted, with line feeds. */
export function sourceFileText(form: SourceForm, text: string): string {
  const known = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
  // A date is a date, not the words of one, so it stands without quotation marks.
  const matter = stringify(known, { lineWidth: 0, schema: 'core' });
  return `---\n${matter}---\n\n${text.replace(/\r\n?/gu, '\n').trim()}\n`;
}

/** `2020-01-01-gulf-wire-storm-at-hallin-point`, of letters and digits that every file system takes. */
export function sourceFileName({ date, outlet, title }: SourceForm): string {
  const words = [date, outlet, title].map(slug).filter((part) => part !== '');
  const name = words.join('-').slice(0, LONGEST_NAME);
  return name.endsWith('-') ? name.slice(0, -1) : name || 'source';
}

function slug(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-');
}

/** `name-2.md` for the second of that name, and so on. */
export function numbered(name: string, count: number): string {
  if (count < 2) return name;
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? dot : name.length;
  return `${name.slice(0, end)}-${count}${name.slice(end)}`;
}
