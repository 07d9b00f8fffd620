/** Our own messages between the language server and its clients: what the protocol has no words for. */

/** How many claims of a draft have each verdict. */
export interface VerdictCounts {
  readonly claims: number;
  readonly supported: number;
  readonly refuted: number;
  /** Refuted, and not reported: by a comment in the draft or by the settings. */
  readonly ignored: number;
  /** Verified by hand where the articles do not bear it out; counted under no verdict. */
  readonly verified: number;
  readonly conflicting: number;
  readonly notFound: number;
}

/**
 * What the server can say of a document. `checked` is the only state in which the diagnostics mean anything;
 * `problem` is “could not check”, never a verdict.
 */
export type DraftState = 'checked' | 'article' | 'off' | 'no-articles' | 'problem';

/** Sent to clients that asked for it after every check, and whenever a document's state changes. */
export interface StatusParams {
  readonly uri: string;
  /** Version of the document the status belongs to. */
  readonly version: number;
  readonly state: DraftState;
  /** One short line: `12 claims: 9 supported, 2 refuted, 1 not found`. */
  readonly text: string;
  /** A second line for details: how many articles were read, how many skipped. May be empty. */
  readonly detail: string;
  /** Null in every state but `checked`. */
  readonly counts: VerdictCounts | null;
}

/** Notification, server to client: `StatusParams`. */
export const STATUS_METHOD = 'corroborate/status';

/**
 * Request, client to server: `CheckDraftParams`, answered with `StatusParams` or null. A fresh check of one draft,
 * for which changed articles are read again first.
 */
export const CHECK_DRAFT_METHOD = 'corroborate/checkDraft';

export interface CheckDraftParams {
  readonly uri: string;
}

/** Request, client to server: `ArticlesParams`, answered with `ArticleItem[]`. The articles a draft is checked against. */
export const ARTICLES_METHOD = 'corroborate/articles';

export interface ArticlesParams {
  /** A draft; null asks for the articles of every folder. */
  readonly uri: string | null;
}

/** One article, as a picker shows it. */
export interface ArticleItem {
  readonly uri: string;
  readonly title: string;
  readonly outlet: string | null;
  /** A date for readers, `1 January 2020`, or null. */
  readonly published: string | null;
}

/** Scheme of the documents that show articles which were taken out of their files. */
export const ARTICLE_SCHEME = 'corroborate-article';

/** Request, client to server: `ArticleTextParams`, answered with `ArticleText`, or null when there is no such article. */
export const ARTICLE_TEXT_METHOD = 'corroborate/articleText';

export interface ArticleTextParams {
  /** A URI of `ARTICLE_SCHEME`, as the server gave it. */
  readonly uri: string;
}

export interface ArticleText {
  readonly text: string;
  /** The file that the text was taken out of. */
  readonly original: string;
  /** 1-based line of the file at which the article begins; null where that is not known. */
  readonly line: number | null;
}

/** Shows a passage of an article; a command so that it can stand behind a code action in any editor. */
export const OPEN_SOURCE_COMMAND = 'corroborate.openSource';

/** Cites every supported sentence of a draft that cites nothing: one argument, `{ uri }`. */
export const CITE_DRAFT_COMMAND = 'corroborate.citeSentences';

/** Adds the entry of an article whose key a completion wrote: one argument, `{ uri, article, key }`. */
export const ADD_REFERENCE_COMMAND = 'corroborate.addReference';

/** Stands for the code in `ruleUri`. */
export const CODE_PLACEHOLDER = '{code}';

/** Notification, client to server, without parameters: the user trusts the workspace from now on. */
export const TRUST_METHOD = 'corroborate/trust';

/** What a client may tell the server at start. Every field is optional; unknown fields are ignored. */
export interface InitializationOptions {
  /** Folders or globs of articles, relative to the workspace folder. Wins over every other setting. */
  readonly corpus?: readonly string[] | undefined;
  /** Where the page about a code stands, with `{code}` for the code. Default: the page in the repository. */
  readonly ruleUri?: string | undefined;
  /** Absolute path of the folder for indexes of large corpora. Default: a folder in the user's cache. */
  readonly indexFolder?: string | undefined;
  /** Whether the client wants `corroborate/status`. */
  readonly status?: boolean | undefined;
  /** Whether the client shows a diagnostic and its page above the hover, so that the hover need not say them again. */
  readonly diagnosticsInHover?: boolean | undefined;
  /** A command of the client that lists places: it is given a URI, a position and locations. Code lenses call it. */
  readonly showReferences?: string | undefined;
  /** Whether the client shows documents of `ARTICLE_SCHEME`, asking for their text. */
  readonly articleText?: boolean | undefined;
  /** Whether the client asks for the reason and runs the commands of sign-offs. */
  readonly signOff?: boolean | undefined;
  /** False while the user has not said that the workspace is trusted. Clients that know no trust leave it out. */
  readonly trusted?: boolean | undefined;
  /** The `corroborate` settings, for clients that cannot be asked for them. */
  readonly settings?: unknown;
}
