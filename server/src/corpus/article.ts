/** Articles: what a reader makes of a source file or of one record or member in it, before any analysis. */

import type { IsoDate } from '../text/isoDate.ts';
import type { Stretch } from '../text/sentences.ts';

export type { IsoDate };

/** Who published an article, when and where it can be found again. */
export interface ArticleMetadata {
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: IsoDate | null;
  readonly url: string | null;
}

/**
 * One source article. Offsets everywhere are UTF-16 offsets into `text`. Without an `origin`, `text` is the decoded file
 * without its byte-order mark, so that an offset is one of the file; with one, `text` was taken out of the file and an
 * offset leads back to it by `placeAt`.
 */
export interface Article extends ArticleMetadata {
  /**
   * Stable name of the article within the corpus: its path relative to the corpus folder, with `/`, and for one of
   * several articles in a file its member or its record after another `/`: `clips.zip/2020/a.pdf`, `news.jsonl/12`. A
   * file has no folder below it, so ids never meet.
   */
  readonly id: string;
  /** Absolute path of the file, which may hold other articles too. */
  readonly path: string;
  readonly text: string;
  /** The parts of `text` that are prose: front matter, date markers and page furniture are outside. In order. */
  readonly prose: readonly Stretch[];
  /** SHA-256 of text and metadata in hexadecimal: equal for equal content. Readers always set it. */
  readonly hash?: string;
  /** Where the text was taken from; absent where it is the whole text of its file. */
  readonly origin?: Origin;
}

/** Where in its file the text of an article stood. Plain data that survives `JSON.stringify`. */
export interface Origin {
  /** What the text was taken out of. */
  readonly format: 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'json' | 'csv' | 'email';
  /** Path of the member inside an archive or a mail, with `/`; null where the file itself is the article. */
  readonly member: string | null;
  /** 1-based number of the record among those of its file (JSON Lines: the line); null where it is no record of many. */
  readonly record: number | null;
  /** 1-based line of the file at which the record begins; null where that is not known. */
  readonly line: number | null;
  /** What `starts` counts; null where the text has no such parts. */
  readonly part: 'page' | 'paragraph' | null;
  /** Offset in `text` at which each page or paragraph begins, ascending: part 1 begins at `starts[0]`. */
  readonly starts: readonly number[];
}

/** A file of the corpus, or something in it, that could not be read, and why, in words for the user. */
export interface SkippedFile {
  /** Absolute path of the file or folder. */
  readonly path: string;
  /** What in the file could not be read, `2020/a.pdf` or `line 12`; absent where it is the file itself. */
  readonly member?: string;
  /** Completes the sentence “skipped: …”. */
  readonly reason: string;
}
