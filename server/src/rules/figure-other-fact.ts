/** figure-other-fact: the figure is in the articles, but they give it for another fact. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, onOneLine, sentenceStart, shorten, sourceName } from './wording.ts';

export const figureOtherFact: Rule = {
  code: 'figure-other-fact',
  severity: 'warning',
  title: 'The figure belongs to another fact',
  explanation: `The figure does stand in the articles, but of something else: other people, another event, another
time. Three in four wrong figures are of this kind. The message shows what the articles say of that figure, and the
figure they give for the draft’s fact where they give one.`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The storm killed 12 people in the port of Varna. More than 300 people were rescued from flooded houses.
\`\`\`

\`\`\`draft
The storm killed 300 people in the port of Varna.
                 ^^^ figure-other-fact "12" => "12"
\`\`\``,
};

/** Of whom or of when the articles tell the draft’s figure, where their words say so. */
export type ToldOf =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'time'; readonly dates: string };

/** `other` is the passage that holds the draft’s figure; `evidence` the one that holds its fact, with `value`. */
export function figureOtherFactMessage(
  evidence: Evidence,
  value: string,
  written: string,
  other: Evidence,
  toldOf?: ToldOf,
): string {
  const said = asSentence(`${sourceName(evidence)} says ${midSentence(value)}, not ${midSentence(written)}`);
  if (other.article !== evidence.article) return `${said} ${figureElsewhereMessage(other, written, toldOf)}`;
  return `${said} ${sentenceStart(onOneLine(written))} stands there ${forAnother(toldOf)}: ${quoted(other)}`;
}

/** The same where the articles give no figure for the draft’s fact. */
export function figureElsewhereMessage(other: Evidence, written: string, toldOf?: ToldOf): string {
  return `${sourceName(other)} gives ${midSentence(onOneLine(written))} ${forAnother(toldOf)}: ${quoted(other)}`;
}

function forAnother(toldOf: ToldOf | undefined): string {
  if (toldOf === undefined) return 'for another fact';
  switch (toldOf.kind) {
    case 'person':
      return `for another person, ${onOneLine(toldOf.name)}`;
    case 'time':
      return `for another time, ${onOneLine(toldOf.dates)}`;
  }
}

function quoted({ text }: Evidence): string {
  return `“${shorten(text, PASSAGE_LENGTH)}”`;
}

/** Diagnostics are read in one or two lines of a problems panel. In UTF-16 code units. */
const PASSAGE_LENGTH = 120;
