/** Cues: the words that report speech (PolNeAR's term), in the forms they take in news text. */

import type { Token } from '../text/tokens.ts';

/**
 * Verbs of saying in the forms that news text uses with a source, from VerbNet's classes say-37.7, tell-37.2,
 * manner_speaking-37.3 and advise-37.9. Base forms that are nouns as well (`comment`, `report`, `claim`) are left out.
 */
const VERBS = `
say says said saying; tell tells told telling; add adds added adding; ask asks asked asking;
write writes wrote written writing; tweets tweeted tweeting; posts posted posting; states stated stating;
explain explains explained explaining; insist insists insisted insisting; warn warns warned warning;
argue argues argued arguing; claims claimed claiming; announce announces announced announcing;
declare declares declared declaring; replies replied replying; respond responds responded responding;
recalls recalled recalling; admit admits admitted admitting; acknowledge acknowledges acknowledged acknowledging;
deny denies denied denying; vows vowed vowing; pledges pledged pledging; promises promised promising;
assure assures assured assuring; conclude concludes concluded concluding; remarks remarked remarking;
observes observed; notes noted noting; reports reported reporting; confirm confirms confirmed confirming;
testify testifies testified testifying; complain complains complained complaining; jokes joked joking;
quips quipped quipping; shouts shouted shouting; yells yelled yelling; screams screamed screaming;
whispers whispered whispering; chants chanted chanting; calls called calling; describe describes described describing;
dubs dubbed; accuses accused accusing; condemns condemned condemning; denounces denounced denouncing;
criticizes criticized criticises criticised; praises praised praising; emphasizes emphasized emphasises emphasised;
stresses stressed stressing; suggest suggests suggested suggesting; urges urged urging; predicts predicted predicting;
estimates estimated; maintains maintained maintaining; contends contended; asserts asserted; alleges alleged;
continues continued continuing; repeats repeated repeating; reiterates reiterated reiterating;
comments commented commenting; think thinks thought; believe believes believed; hopes hoped;
boasts boasted; laments lamented; exclaims exclaimed exclaiming; retorts retorted; counters countered;
concedes conceded; cautions cautioned; reveals revealed revealing; discloses disclosed; reads; sings sang;
demands demanded demanding; orders ordered; pleads pleaded pleading; begs begged begging; apologized apologised;
labels labeled labelled; characterized characterised; proclaims proclaimed proclaiming; blames blamed;
answers answered answering; slams slammed; blasts blasted; hails hailed hailing; muses mused
`;

const FORMS: ReadonlySet<string> = new Set(VERBS.split(/[;\s]+/).filter((form) => form !== ''));

/** Verbs that report speech whatever follows; the others do so only beside a quotation. */
const PLAIN: ReadonlySet<string> = new Set(
  'say says said saying tell tells told add adds added tweet tweeted warn warns warned announce announced announces explain explains explained insist insists insisted argue argues argued claim claims claimed vow vows vowed declare declares declared confirm confirms confirmed predict predicts predicted state stated acknowledge acknowledged admit admitted'.split(
    ' ',
  ),
);

/**
 * Whether the token at `at` is a verb that can introduce or follow a quotation. In capitals it is part of a name
 * (`Secretary of State`), after `to` no one speaks yet (`to condemn`), and before `of` or `by` it is passive.
 */
export function isCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !FORMS.has(token.lower) || token.text !== token.lower) return false;
  if (tokens[at - 1]?.lower === 'to') return false;
  const next = tokens[at + 1]?.lower;
  return !(token.lower.endsWith('ed') && (next === 'of' || next === 'by'));
}

/** Whether a token reports speech even without a quotation beside it. */
export function isPlainCue(token: Token): boolean {
  return token.kind === 'word' && token.text === token.lower && PLAIN.has(token.lower);
}
