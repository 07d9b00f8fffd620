/** Cues: the words that report speech (PolNeAR's term), in the forms they take in news text. */

import type { Token } from '../text/tokens.ts';

/**
 * Verbs of saying with their forms. From the verbs that introduce speech in VerbNet's classes say-37.7, tell-37.2,
 * manner_speaking-37.3 and advise-37.9, as far as news text uses them with people or bodies as subject.
 */
const VERBS = `
say says said saying; tell tells told telling; add adds added adding; ask asks asked asking;
write writes wrote written writing; tweet tweets tweeted tweeting; post posts posted posting;
state states stated stating; explain explains explained explaining; insist insists insisted insisting;
warn warns warned warning; argue argues argued arguing; claim claims claimed claiming;
announce announces announced announcing; declare declares declared declaring; reply replies replied replying;
respond responds responded responding; recall recalls recalled recalling; admit admits admitted admitting;
acknowledge acknowledges acknowledged acknowledging; deny denies denied denying; vow vows vowed vowing;
pledge pledges pledged pledging; promise promises promised promising; assure assures assured assuring;
conclude concludes concluded concluding; remark remarks remarked remarking; observe observes observed;
note notes noted noting; report reports reported reporting; confirm confirms confirmed confirming;
testify testifies testified testifying; complain complains complained complaining; joke jokes joked joking;
quip quips quipped; shout shouts shouted shouting; yell yells yelled yelling; scream screams screamed;
whisper whispers whispered; chant chants chanted chanting; call calls called calling;
describe describes described describing; dub dubs dubbed; accuse accuses accused accusing;
condemn condemns condemned condemning; denounce denounces denounced denouncing;
criticize criticizes criticized criticise criticises criticised; praise praises praised;
emphasize emphasizes emphasized emphasise emphasises emphasised; stress stresses stressed stressing;
suggest suggests suggested suggesting; urge urges urged urging; predict predicts predicted;
estimate estimates estimated; maintain maintains maintained; contend contends contended;
assert asserts asserted; allege alleges alleged; continue continued; repeat repeats repeated;
reiterate reiterates reiterated; comment comments commented commenting; think thinks thought; believe believes believed;
hope hopes hoped; boast boasts boasted; lament laments lamented; exclaim exclaims exclaimed;
retort retorts retorted; counter counters countered; concede concedes conceded; caution cautions cautioned;
reveal reveals revealed; disclose discloses disclosed; read reads; sing sings sang; quote quotes quoted;
demand demands demanded; order orders ordered; plead pleads pleaded; beg begs begged; apologize apologized apologised;
label labels labeled labelled; characterize characterized characterised; proclaim proclaims proclaimed;
blame blames blamed; slam slams slammed; blast blasts blasted; hail hails hailed; muse muses mused
`;

const FORMS: ReadonlySet<string> = new Set(VERBS.split(/[;\s]+/).filter((form) => form !== ''));

/** Verbs that report speech whatever follows; the others do so only beside a quotation. */
const PLAIN: ReadonlySet<string> = new Set(
  'say says said saying tell tells told add adds added tweet tweeted warn warns warned announce announced announces explain explains explained insist insists insisted argue argues argued claim claims claimed vow vows vowed declare declares declared confirm confirms confirmed predict predicts predicted state stated acknowledge acknowledged admit admitted'.split(
    ' ',
  ),
);

/**
 * Whether a token is a verb that can introduce or follow a quotation. In capitals it is part of a name
 * (`Secretary of State`, `the Post`), after `to` no one speaks yet (`to condemn`).
 */
export function isCue(token: Token | undefined, before: Token | undefined): boolean {
  if (token?.kind !== 'word' || !FORMS.has(token.lower)) return false;
  return token.text === token.lower && before?.lower !== 'to';
}

/** Whether a token reports speech even without a quotation beside it. */
export function isPlainCue(token: Token): boolean {
  return token.kind === 'word' && token.text === token.lower && PLAIN.has(token.lower);
}
