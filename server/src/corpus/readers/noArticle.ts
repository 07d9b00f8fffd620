/** What is never an article: files that stand among articles and that nobody would miss in a list of what is not read. */

/** Endings in lower case without the full stop. */
const ENDINGS: ReadonlySet<string> = words(
  // Pictures.
  'jpg jpeg jpe jfif png gif webp bmp tif tiff svg svgz ico icns heic heif avif jxl psd ai eps raw',
  'cr2 cr3 nef arw dng xcf xmp',
  // Sound and film. Subtitles are words, and listed.
  'mp3 wav flac ogg oga opus m4a aac wma aif aiff mid midi amr mp4 m4v mov avi mkv webm wmv flv mpg',
  'mpeg 3gp ogv',
  // Fonts and style sheets.
  'ttf ttc otf woff woff2 eot css scss sass less map',
  // Scripts and source code, with what builds and configures it.
  'js mjs cjs jsx ts mts cts tsx vue svelte py pyc pyi rb go rs c h cc cpp cxx hpp hh m mm cs java',
  'class jar kt kts scala swift dart php pl pm lua r jl sh bash zsh fish bat cmd ps1 vbs sql wasm o',
  'a so dll dylib exe lib ex exs erl hs ml clj el asm s gradle cmake mk diff patch proto graphql tf',
  'yml yaml toml ini cfg conf properties plist lock sty cls bst',
  // Bibliographies, which are read as such, and address books and calendars that come with mails.
  'bib ris enw nbib csl vcf ics',
  // Signatures and sums of other files.
  'asc sig p7s pem crt md5 sha1 sha256',
  // What systems and programs leave behind. `download` ends the scripts of pages that a browser saves.
  'lnk url webloc desktop db sqlite sqlite3 tmp temp bak swp part crdownload partial download',
  'torrent iso dmg',
);

/** Whole names in lower case: what code is kept with, and this product's own file. */
const NAMES: ReadonlySet<string> = words(
  'license licence copying notice authors codeowners makefile dockerfile gemfile rakefile procfile',
  'package.json package-lock.json tsconfig.json composer.json corroborate.config.json',
);

/** A folder's README, which tells about the articles; the locks of documents that are open in Word. */
const BEGINNINGS = /^(?:readme(?:\.|$)|~\$)/i;

/** Whether a file of that name is never an article. */
export function isNoArticle(name: string): boolean {
  const plain = name.toLowerCase();
  return BEGINNINGS.test(name) || NAMES.has(plain) || ENDINGS.has(endingOf(name));
}

/** The ending of a file name in lower case without its full stop; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The words of lines, parted by blanks. */
function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** The end of the name of a folder with the pieces of a saved page, as browsers write it in some languages. */
const PIECES = /[_-](?:files?|dateien|fichiers|archivos|arquivos|bestanden)$/i;

/** What a page's name ends with, in whatever case. */
const PAGE = /\.x?html?$/i;

/** Whether a file of that name is a page, which may have a folder of pieces. */
export function isPage(name: string): boolean {
  return PAGE.test(name);
}

/** The names of pages beside a folder of that name which make it the folder of their pieces; mostly none. */
export function pagesOf(folder: string): readonly string[] {
  const end = PIECES.exec(folder);
  if (end === null) return [];
  const page = folder.slice(0, end.index);
  return [`${page}.html`, `${page}.htm`, `${page}.xhtml`];
}
