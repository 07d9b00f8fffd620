/** Articles: what a reader makes of one source file, before any analysis. */

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

/** One source article. Offsets everywhere are UTF-16 offsets into `text`, which is the decoded file without its byte-order mark. */
export interface Article extends ArticleMetadata {
  /** Stable name of the article within the corpus: its path relative to the corpus folder, with `/`. */
  readonly id: string;
  /** Absolute path of the file. */
  readonly path: string;
  readonly text: string;
  /** The parts of `text` that are prose: front matter, date markers and page furniture are outside. In order. */
  readonly prose: readonly Stretch[];
}

/** A file of the corpus that could not be read, and why, in words for the user. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}
