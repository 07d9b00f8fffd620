/** Prose: what stands between the figures of a report, that is statements between quotation marks and plain sentences. */

import { words } from './names.ts';
import type { Random } from './random.ts';

const NOUNS =
  words(`agreement airport archive bridge budget cathedral ceasefire charter climate coalition committee
  concert contract crossing custom debate delivery deposit detail dialect engine escort estate exhibition factory ferry
  festival fishery forest freight garden generator glacier grain harbour harvest heritage highway hostel inquiry island
  kitchen lantern lawsuit league library lighthouse livestock machinery market memorial merger monument motorway network
  orchard orchestra paper parade patrol pension pipeline platform pottery quarry railway receipt referee refinery
  regulation remedy reservoir resident rooftop satellite scaffold schedule shelter shipment signal stadium subsidy
  summit surgeon tariff theatre timber tourist tower tractor treaty tunnel tutor vaccine valley vessel veteran village
  vineyard warehouse waterway weather windmill workshop`);

const VERBS =
  words(`abandon accept approve assemble borrow build cancel collect compare complete delay deliver demand
  demolish discuss display divert examine expand explain finance forbid furnish guard honour ignore improve inspect
  launch lease measure merge neglect observe open oppose organise paint postpone praise prepare preserve promise protect
  publish question rebuild recall record refuse register remove rename repair replace rescue restore review reward
  secure settle shelter sign store survey suspend transfer translate understand visit welcome withdraw`);

const ADJECTIVES =
  words(`ancient annual bitter brief broken careful central civil coastal common costly crowded distant
  early eastern empty entire famous fertile foreign former fragile frequent gentle hidden historic humble industrial
  joint local marine medical mild modern municipal narrow northern official ordinary outdoor painful patient peaceful
  private public quiet rapid rare regional remote rural severe silent simple southern stable steady sudden technical
  urban useful vast voluntary western wooden`);

const STATEMENTS = words(
  `We_will_{v}_every_{n}_that_the_{a}_{n}_needs,_and_we_will_not_stop_before_the_{n}_is_safe
  Nobody_here_wanted_to_{v}_the_{a}_{n},_but_the_{n}_left_us_no_choice
  The_{n}_was_never_meant_to_{v}_a_{a}_{n}_of_this_kind
  I_have_never_seen_a_{n}_so_{a},_and_I_hope_that_my_children_never_{v}_one
  People_ask_why_we_did_not_{v}_the_{n}_sooner,_and_they_are_right_to_ask
  If_the_{a}_{n}_goes,_so_will_the_{n},_and_then_there_is_nothing_left_to_{v}
  Every_{n}_in_this_town_knows_somebody_who_had_to_{v}_a_{n}
  Our_{n}_is_{a}_and_our_{n}_is_{a},_but_we_can_still_{v}_it`,
);

const SENTENCES = words(
  `The_{a}_{n}_near_the_{n}_had_been_a_matter_of_debate_since_the_council_chose_to_{v}_it.
  Residents_gathered_by_the_{n}_to_{v}_what_was_left_of_the_{a}_{n}.
  It_was_not_clear_whether_the_{n}_would_{v}_the_{a}_{n}_before_winter.
  Critics_had_long_asked_the_authorities_to_{v}_the_{n}_and_its_{a}_{n}.
  A_spokeswoman_declined_to_{v}_questions_about_the_{a}_{n}.
  The_{n},_once_the_pride_of_the_{a}_district,_will_{v}_neither_the_{n}_nor_its_owners.
  On_the_edge_of_town_a_{a}_{n}_still_serves_as_a_{n}_for_those_who_{v}_there.
  Neighbouring_towns_offered_to_{v}_the_{n}_until_the_{a}_{n}_was_ready.
  Experts_from_abroad_came_to_{v}_the_{n}_and_left_with_a_{a}_{n}_of_their_own.
  In_the_market_hall_traders_went_on_to_{v}_the_{a}_{n}_as_if_nothing_had_happened.`,
);

/** What somebody says, without marks, capitalised and without its last full stop. */
export function statement(random: Random): string {
  return filled(random.pick(STATEMENTS), random);
}

/** A sentence without figures. */
export function plainSentence(random: Random): string {
  return filled(random.pick(SENTENCES), random);
}

/** Another content word for one of a statement, as a careless writer changes it. */
export function otherWord(random: Random): string {
  return random.pick(ADJECTIVES);
}

function filled(template: string, random: Random): string {
  return template
    .replaceAll('_', ' ')
    .replace(/\{([nva])\}/g, (_, kind) =>
      random.pick(kind === 'n' ? NOUNS : kind === 'v' ? VERBS : ADJECTIVES),
    )
    .replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
}
