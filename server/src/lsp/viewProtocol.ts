/** The messages behind the views of claims and of sources, for clients that show them. */

import type { Range } from 'vscode-languageserver';
import type { ArticleItem, DraftState } from './protocol.ts';

/**
 * How a claim stands: its verdict; `verified` for what a person stands for where the articles do not bear it out; or
 * `ignored` for what the articles refute and the draft or the settings say not to report.
 */
export type Standing =
  | 'refuted'
  | 'conflicting-evidence'
  | 'not-enough-evidence'
  | 'verified'
  | 'ignored'
  | 'supported';

/** Request, client to server: `ClaimsParams`, answered with `ClaimsAnswer`, or null for what is not open. */
export const CLAIMS_METHOD = 'corroborate/claims';

export interface ClaimsParams {
  readonly uri: string;
}

/** The claims of a draft in its order. Both lists are empty in every state but `checked`. */
export interface ClaimsAnswer {
  readonly uri: string;
  /** Version of the document that the ranges belong to. */
  readonly version: number;
  readonly state: DraftState;
  /** One short line: `12 claims: 9 supported, 2 refuted, 1 not found`. */
  readonly text: string;
  readonly detail: string;
  readonly sections: readonly SectionItem[];
  readonly claims: readonly ClaimItem[];
}

/** A heading with what lies below it, subsections included. */
export interface SectionItem {
  readonly title: string;
  readonly range: Range;
  /** Index of the section that this one lies in; null for an outermost one. */
  readonly parent: number | null;
  readonly claims: number;
  readonly supported: number;
}

export interface ClaimItem {
  /** The same for the same claim after an edit elsewhere: its kind, its words and how many such came before. */
  readonly id: string;
  readonly kind: string;
  readonly range: Range;
  /** The words of the claim and what follows them, on one line. */
  readonly label: string;
  readonly standing: Standing;
  /** What the articles say, on one line; may be empty. Plain text. */
  readonly message: string;
  /** Index of the innermost section it stands in; null before the first heading. */
  readonly section: number | null;
  /** How many passages bear on it. */
  readonly passages: number;
}

/** Request, client to server: `PassagesParams`, answered with `PassageItem[]`: what a claim rests on, best first. */
export const PASSAGES_METHOD = 'corroborate/passages';

export interface PassagesParams {
  readonly uri: string;
  /** The `id` of a claim. */
  readonly claim: string;
}

/** A passage of an article. */
export interface PassageItem extends ArticleItem {
  /** The passage, and what matters in it. */
  readonly range: Range;
  readonly selection: Range;
  /** The passage on one line. Plain text of the article. */
  readonly text: string;
  readonly agrees: boolean;
}

/** Request, client to server: `SourcesParams`, answered with `SourcesAnswer`. */
export const SOURCES_METHOD = 'corroborate/sources';

export interface SourcesParams {
  /** A draft; null asks for the articles of every folder. */
  readonly uri: string | null;
  /** Most articles wanted. Those that a draft uses are never left out for others. */
  readonly limit: number;
}

export interface SourcesAnswer {
  /** Newest first, those without a date last. */
  readonly articles: readonly SourceItem[];
  /** How many there are, `articles` and those over the limit. */
  readonly total: number;
  readonly unread: readonly UnreadItem[];
  /** Where new articles belong: the folders of the setting, whether they are there yet or not. URIs. */
  readonly folders: readonly string[];
  /** Why the articles could not be read; null when they could. */
  readonly problem: string | null;
  /** How many drafts the uses are counted over: those that are open, and those that were and have not changed. */
  readonly drafts: number;
}

export interface SourceItem extends ArticleItem {
  /** How many claims rest on it, and how many it contradicts. */
  readonly uses: number;
  readonly contradicted: number;
}

/** A file of the corpus that could not be read. */
export interface UnreadItem {
  readonly uri: string;
  readonly name: string;
  readonly reason: string;
}

/** Notification, server to client, without parameters: what `corroborate/sources` answers may be another now. */
export const SOURCES_CHANGED_METHOD = 'corroborate/sourcesChanged';
