/** Commands of LaTeX by their arguments: which are words of the text and which are keys, lengths, files or code. */

/**
 * The arguments a command takes, in order: `s` a star, `o` an optional one in brackets and `p` in parentheses, `m` one
 * in braces, none of them prose; `t` one in braces that is words of the text; `q` the same in quotation marks; `O`
 * words in brackets; `h` a heading; `c` a caption; `+` as many in brackets and braces as there are, none of them prose.
 */
export type Signature = string;

const SIGNATURES: readonly (readonly [signature: Signature, commands: string])[] = [
  [
    'm',
    'label ref eqref pageref autoref nameref vref cref Cref cpageref crefrange subref url path nolinkurl input include',
  ],
  [
    'm',
    'includeonly bibliography bibliographystyle addbibresource nocite graphicspath usetikzlibrary pagestyle',
  ],
  ['m', 'thispagestyle pagenumbering vskip hskip addvspace enlargethispage stepcounter refstepcounter'],
  [
    'm',
    'color pagecolor hypersetup sisetup geometry selectlanguage phantom hphantom vphantom index glossary tag',
  ],
  [
    'm',
    'arabic roman Roman alph Alph fnsymbol value theoremstyle captionsetup lstset tikzset pgfplotsset hyphenation',
  ],
  [
    'm',
    'cline ensuremath linespread fontfamily fontseries fontshape setmainfont setsansfont setmonofont date author',
  ],
  [
    'mm',
    'setcounter addtocounter setlength addtolength settowidth fontsize newcounter newlength lstinputlisting',
  ],
  ['mmm', 'definecolor addcontentsline'],
  ['smoom', 'newcommand renewcommand providecommand DeclareMathOperator DeclareRobustCommand'],
  ['smoomm', 'newenvironment renewenvironment NewDocumentCommand RenewDocumentCommand'],
  [
    'om',
    'documentclass usepackage RequirePackage PassOptionsToPackage includegraphics footnote footnotetext thanks',
  ],
  ['om', 'endnote marginpar sidenote todo inputminted'],
  ['omm', 'rule newtheorem'],
  ['mt', 'href textcolor colorbox foreignlanguage parbox makebox framebox raisebox hyperlink hypertarget'],
  ['mmt', 'multicolumn multirow fcolorbox resizebox'],
  ['sq', 'enquote textquote say blockquote blockcquote'],
  [
    'soh',
    'part chapter section subsection subsubsection paragraph subparagraph frametitle minisec addsec addchap',
  ],
  ['soc', 'caption captionof subcaption'],
  ['pm', 'cmidrule'],
  ['O', 'item'],
  ['o', 'footnotemark newline linebreak nolinebreak pagebreak nopagebreak'],
  ['sm', 'vspace hspace'],
];

const COMMANDS: ReadonlyMap<string, Signature> = new Map(
  SIGNATURES.flatMap(([signature, names]) => names.split(' ').map((name) => [name, signature] as const)),
);

/** `\cite` and all that end like it (`\parencite`, `\textcites`, `\footcite`, `\citep`, `\citeauthor`), and glossary keys. */
const CITATION =
  /^(?:[A-Za-z]{0,12}[cC]ite(?:s|p|t|alp|alt|author|title|year|yearpar|url|num|text)?|[gG]ls(?:pl)?|ac[lsf]?)$/;

/** How an unknown command is taken: its braces hold words, since most commands of authors mark a name or a term. */
const UNKNOWN: Signature = 'sot';

export function signatureOf(command: string): Signature {
  return COMMANDS.get(command) ?? (CITATION.test(command) ? 's+' : UNKNOWN);
}

/** Levels of the commands for headings; those of a frame or without a number stand beside what they look like. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['part', 1],
  ['chapter', 2],
  ['addchap', 2],
  ['section', 3],
  ['addsec', 3],
  ['frametitle', 4],
  ['subsection', 4],
  ['subsubsection', 5],
  ['minisec', 5],
  ['paragraph', 6],
  ['subparagraph', 7],
]);

export function headingLevel(command: string): number {
  return LEVELS.get(command) ?? 1;
}

/** What the inside of an environment is. `raw` runs to its end whatever stands in it; `inline` does so within a sentence. */
export type Content = 'raw' | 'inline' | 'quote' | 'list' | 'table' | 'prose';

const CONTENTS: readonly (readonly [content: Content, environments: string])[] = [
  [
    'raw',
    'verbatim Verbatim BVerbatim LVerbatim alltt lstlisting minted comment filecontents tikzpicture pgfpicture',
  ],
  [
    'raw',
    'asy luacode pycode sagesilent sageblock code algorithm algorithmic algorithm2e thebibliography picture',
  ],
  ['inline', 'equation align gather multline eqnarray math displaymath flalign alignat dmath subequations'],
  ['quote', 'quote quotation displayquote displaycquote foreigndisplayquote verse epigraphs'],
  ['list', 'itemize enumerate description compactitem compactenum inparaenum tasks'],
  ['table', 'tabular tabularx tabulary longtable tabu xltabular tblr longtblr'],
];

const ENVIRONMENTS: ReadonlyMap<string, Content> = new Map(
  CONTENTS.flatMap(([content, names]) => names.split(' ').map((name) => [name, content] as const)),
);

/** `name` without the star of its unnumbered form. */
export function contentOf(name: string): Content {
  return ENVIRONMENTS.get(name) ?? 'prose';
}

/** Arguments of `\begin{…}` that are columns, widths or options. */
const OPENINGS: ReadonlyMap<string, Signature> = new Map([
  ['tabular', 'om'],
  ['longtable', 'om'],
  ['tblr', 'om'],
  ['longtblr', 'om'],
  ['tabularx', 'mom'],
  ['tabulary', 'mom'],
  ['xltabular', 'mom'],
  ['tabu', 'om'],
  ['minipage', 'ooom'],
  ['multicols', 'm'],
  ['wrapfigure', 'omom'],
  ['displaycquote', 'oom'],
  ['foreigndisplayquote', 'm'],
  ['otherlanguage', 'm'],
  ['spacing', 'm'],
]);

export function openingOf(name: string): Signature {
  return OPENINGS.get(name) ?? 'o';
}
