/** Codes: the stable names of the problems a finding can report. Each has one file in this folder and one page in docs/rules. */

export const CODES = [
  'figure-mismatch',
  'figure-other-fact',
  'unit-mismatch',
  'bound-changed',
  'date-mismatch',
  'figure-not-found',
  'articles-disagree',
  'figure-superseded',
  'draft-inconsistent',
  'quote-altered',
  'quote-elision',
  'quote-not-found',
  'misattributed',
  'name-mismatch',
  'title-mismatch',
  'spelling',
  'sign-off-outdated',
  'citation-missing',
  'citation-mismatch',
  'citation-unknown-key',
  'citation-unused',
  'suppression-unknown-code',
  'suppression-unused',
] as const;

export type Code = (typeof CODES)[number];
