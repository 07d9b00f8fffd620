/** Page furniture: what web pages leave at the end of an article's text, which nobody reported. */

/** Furniture is looked for in this much of the end, in UTF-16 code units; credits and menus together are shorter. */
const TAIL = 4_000;

/** Names of style-sheet classes that copied pages end with: `for-phone-onlyfor-tablet-portrait-up…`. */
const CLASS_NAMES =
  /(?:for-(?:phone|tablet|desktop|mobile|print|screen|wide)[a-z-]*|(?<![a-z-])[a-z]+(?:-[a-z]+){5,})$/;

/** `Reporting by A; Editing by B`: the credits that agencies sign off with. */
const CREDIT =
  /\(?\b(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslat(?:ion|ed)|[Cc]ompiled|[Pp]roduc(?:tion|ed)|[Gg]raphics?) (?:and (?:writing|editing|reporting) )?by (?=\p{Lu})/gu;

/** What credits never hold, and `Reporting by The Herald found that 12 …` does: figures and verbs. */
const STATEMENT =
  /\d|\b(?:that|found|finds|was|were|is|are|has|had|have|will|shows?|showed|suggests?|said|says)\b/u;

/** A part of the credits that names nobody in the usual way, or a link that pages set below an article. */
const NOTICE =
  /^(?:our standards:|©|\(?c\) 20|all rights reserved|this (?:material|article|story) (?:may not|was|is|has been)\b|share this|read more|more on this|related (?:topics|articles|stories)|most read|sign (?:in|up)|subscribe\b|advertisements?\b|advertise\b|advertising(?: (?:with|on|info\w{0,12}|policy|enquiries|inquiries|opportunities|standards|contacts?)\b.{0,200})?$|follow (?:us|@|\p{L}+ on)|newsletters?\b|comments?$|print$|tags?:|with (?:additional )?reporting)/iu;

/** Behind the word comes a sign, a year or a name; `Copyright suits …` tells of something. */
const COPYRIGHT =
  /^(?:[Cc]opyright|COPYRIGHT)(?:[\s:.]{0,9}$|[\s:]{1,9}(?:[©(\d\p{Lu}]|(?:by|of|notice|policy|all)\b))/u;

/** A line that heads a menu of other stories. */
const MENU_HEADING =
  /^[ \t]*(?:more (?:on this|from|stories|like this)\b|most (?:read|popular|viewed)\b|top stories\b|read (?:more|next)\b|you (?:may|might) also like|latest (?:news|stories)\b)[^.!?]{0,40}$/iu;

/** Words that begin facts as well, as `Related deaths: 417`, head a menu alone or with a word for what is in it. */
const BARE_MENU_HEADING =
  /^[ \t]*(?:related|recommended|trending)(?: (?:topics|articles|stories|news|content|coverage|headlines|links|posts|items|reading|videos?|for you|now|today)){0,3}\s{0,9}:?\s{0,9}$/iu;

/** Headlines in a menu are shorter than this; a line of prose rarely is. In UTF-16 code units. */
const LONGEST_HEADLINE = 120;

/** Credits and menus have no sentence longer than this, in words; prose that follows a credit usually has one. */
const LONGEST_NOTICE = 30;

/**
 * The offset at which the furniture at the end of `text` begins; the end of the text's words when there is none. A
 * text that would be nothing but furniture is taken for an article.
 */
export function furnitureStart(text: string): number {
  const whole = text.trimEnd().length;
  for (let end = whole; end > 0; ) {
    const from = Math.max(0, end - TAIL);
    const cut = from + lastFurniture(text.slice(from, end));
    const next = text.slice(0, cut).trimEnd().length;
    if (next === end) return end;
    end = next;
  }
  return whole;
}

/** Where the last piece of furniture of `tail` begins; the length of `tail` when it ends with prose. */
function lastFurniture(tail: string): number {
  // Most articles end with a full stop, and few name somebody after `by`: the long patterns are tried where they can match.
  const classes = /[a-z-]$/.test(tail) ? CLASS_NAMES.exec(tail) : null;
  if (classes !== null) return classes.index;
  const credits = / by \p{Lu}/u.test(tail) ? tail.matchAll(CREDIT) : [];
  for (const credit of credits) {
    if (startsUnit(tail, credit.index) && isAllFurniture(tail.slice(credit.index))) return credit.index;
  }
  const menu = menuStart(tail);
  if (menu !== null) return menu;
  const line = tail.lastIndexOf('\n') + 1;
  return isNotice(tail.slice(line)) ? line : tail.length;
}

/** Where the menu begins that `tail` ends with: no line of it is longer than a headline. Null where there is none. */
function menuStart(tail: string): number | null {
  let menu: number | null = null;
  for (let end = tail.length; ; ) {
    const start = end === 0 ? 0 : tail.lastIndexOf('\n', end - 1) + 1;
    if (end - start > LONGEST_HEADLINE) return menu;
    if (isMenuHeading(tail.slice(start, end))) menu = start;
    if (start === 0) return menu;
    end = start - 1;
  }
}

function isMenuHeading(line: string): boolean {
  return MENU_HEADING.test(line) || BARE_MENU_HEADING.test(line);
}

/** Whether a sentence or a line can start there: `…the story. Reporting by`, `…in Iraq.Reporting by`. */
function startsUnit(tail: string, at: number): boolean {
  return at === 0 || /[\n.!?…"”’')\]]\s*$/u.test(tail.slice(Math.max(0, at - 10), at));
}

/** Whether every part of `tail`, which starts with a credit, is a credit or a notice. */
function isAllFurniture(tail: string): boolean {
  // A full stop after two small letters ends a part; one after a capital is an initial.
  const parts = tail.split(/[;\n]|(?<=\p{Ll}\p{Ll})[.!?]+["”)]*(?=\s|$)/u).map((part) => part.trim());
  return parts.every((part) => part.length < 3 || isCredit(part) || isNotice(part));
}

function isCredit(part: string): boolean {
  return part.search(CREDIT) === 0 && !STATEMENT.test(part);
}

function isNotice(line: string): boolean {
  const text = line.trim();
  return (NOTICE.test(text) || COPYRIGHT.test(text)) && text.split(/\s+/u).length <= LONGEST_NOTICE;
}
