/** Topics: what the generated stories are about, each with the figures that reporters give of such an event. */

/** One figure of a story and the ways to tell it. `{n}` is the figure, other braces are filled from the story. */
export interface FactTemplate {
  readonly least: number;
  readonly most: number;
  /** Values are multiples of this: reporters round large figures. */
  readonly step: number;
  readonly written: 'count' | 'percent' | 'money' | 'years';
  /** Articles and drafts choose among them, so that a draft seldom has an article's words. */
  readonly wordings: readonly [string, ...string[]];
}

export interface Topic {
  readonly headline: string;
  readonly facts: readonly [FactTemplate, ...FactTemplate[]];
}

const FLOOD: Topic = {
  headline: 'Floods cut off {place} after days of rain',
  facts: [
    fact(2, 60, 1, 'count', [
      'At least {n} people were killed when the river burst its banks in {place} on {day}, officials said.',
      'The floods in {place} have killed {n} people, the emergency service said on {day}.',
      'Rescue teams have found the bodies of {n} people in the flooded streets of {place}.',
    ]),
    fact(40, 900, 5, 'count', [
      'Another {n} people were treated for injuries at hospitals around {place}.',
      'Hospitals in {place} treated {n} injured residents, according to the regional health authority.',
    ]),
    fact(1000, 40000, 500, 'count', [
      'More than {n} residents were moved to schools and sports halls outside {place}.',
      'Authorities evacuated over {n} people from the low-lying parts of {place}.',
    ]),
    fact(80, 4000, 10, 'count', [
      'The water destroyed {n} houses and damaged many more, {body} estimated.',
      'A survey by {body} counted {n} destroyed homes.',
    ]),
    fact(150, 2500, 50, 'count', [
      'The government sent {n} soldiers to help with the search.',
      'Some {n} troops have joined the search in {place}, the defence ministry said.',
    ]),
    fact(5, 400, 5, 'money', [
      'Repairs to roads and bridges will cost {n}, according to a first estimate.',
      '{body} put the damage to roads and bridges at {n}.',
    ]),
    fact(60, 300, 10, 'count', [
      'About {n} millimetres of rain fell within two days, the weather service reported.',
      'The weather service measured {n} millimetres of rain in {place}.',
    ]),
  ],
};

const COMPANY: Topic = {
  headline: '{body} to close its plant in {place}',
  facts: [
    fact(100, 6000, 50, 'count', [
      '{body} will cut {n} jobs in {place}, the company announced on {day}.',
      'The company told its staff on {day} that {n} positions in {place} would go.',
    ]),
    fact(40, 3000, 20, 'money', [
      'Revenue fell to {n} in the last quarter.',
      'The company reported quarterly revenue of {n}, less than analysts had expected.',
    ]),
    fact(3, 48, 1, 'percent', [
      'Shares of {body} dropped {n} after the announcement.',
      'The share price lost {n} by the close of trading on {day}.',
    ]),
    fact(4, 120, 1, 'count', [
      'It operates {n} plants in the region, most of them older than its rivals’ sites.',
      'The group runs {n} factories, and {place} is the oldest of them.',
    ]),
    fact(10, 900, 10, 'money', [
      'The restructuring will cost {n}, most of it in severance pay.',
      'Severance and other one-off costs add up to {n}, the finance department said.',
    ]),
    fact(11, 95, 1, 'percent', [
      'The union said {n} of its members had voted for a strike.',
      'In a ballot {n} of the workers backed a strike.',
    ]),
    fact(3, 90, 1, 'years', [
      'The plant has made engines in {place} for {n}.',
      'For {n} the factory was the largest employer of {place}.',
    ]),
  ],
};

const TRIAL: Topic = {
  headline: 'Court in {place} sentences former manager of {body}',
  facts: [
    fact(2, 30, 1, 'years', [
      'A court in {place} sentenced the former manager to {n} in prison on {day}.',
      'He was given {n} in prison by the court in {place}.',
    ]),
    fact(6, 90, 1, 'count', [
      'The jury found him guilty on {n} counts of fraud.',
      'He was convicted of {n} counts of fraud and false accounting.',
    ]),
    fact(2, 250, 1, 'money', [
      'Prosecutors said {n} had been moved to accounts abroad.',
      'According to the indictment, {n} disappeared from the accounts of {body}.',
    ]),
    fact(20, 4500, 10, 'count', [
      'About {n} customers lost their savings.',
      'Nearly {n} savers of {body} never saw their money again.',
    ]),
    fact(21, 140, 1, 'count', ['The trial lasted {n} days.', 'Judges heard the case on {n} days.']),
    fact(15, 260, 5, 'count', [
      'More than {n} witnesses were heard.',
      'The court called over {n} witnesses.',
    ]),
  ],
};

const ELECTION: Topic = {
  headline: 'Opposition wins the vote in {place}',
  facts: [
    fact(31, 68, 1, 'percent', [
      'The opposition won {n} of the vote in {place}, the electoral commission said on {day}.',
      'With {n} of the vote the opposition came first in {place}.',
    ]),
    fact(35, 88, 1, 'percent', [
      'Turnout was {n}, the highest in a decade.',
      'The commission put turnout at {n}.',
    ]),
    fact(11, 90, 1, 'count', [
      'The party will hold {n} seats in the new assembly.',
      'It gains {n} seats in the assembly that meets next month.',
    ]),
    fact(500, 60000, 500, 'count', [
      'About {n} ballots had to be counted again.',
      'Officials recounted around {n} ballots after a complaint.',
    ]),
    fact(60, 1900, 10, 'count', [
      'There were {n} polling stations in and around {place}.',
      'Voters could choose among {n} polling stations.',
    ]),
    fact(2, 80, 1, 'money', [
      'The campaign cost {n}, according to {body}.',
      '{body} estimated that the parties had spent {n} on the campaign.',
    ]),
  ],
};

const OUTBREAK: Topic = {
  headline: 'Doctors in {place} report more measles cases',
  facts: [
    fact(20, 2500, 1, 'count', [
      'Doctors in {place} have confirmed {n} cases of measles since {day}.',
      'The number of confirmed measles cases in {place} rose to {n}.',
    ]),
    fact(3, 70, 1, 'count', [
      '{n} patients are being treated in intensive care.',
      'In intensive care there are now {n} patients, the hospital said.',
    ]),
    fact(41, 93, 1, 'percent', [
      'Only {n} of the children in {place} have been vaccinated.',
      'The vaccination rate among children in {place} stands at {n}.',
    ]),
    fact(2000, 90000, 1000, 'count', [
      '{body} has delivered {n} doses of vaccine.',
      'Health workers received {n} doses of vaccine from {body}.',
    ]),
    fact(5, 60, 1, 'count', [
      'The authority closed {n} schools until further notice.',
      'Classes were cancelled at {n} schools.',
    ]),
    fact(1, 40, 1, 'money', [
      'The campaign against the outbreak has cost {n} so far.',
      'The state has spent {n} on the campaign.',
    ]),
  ],
};

const MUSEUM: Topic = {
  headline: '{place} opens a new museum of the sea',
  facts: [
    fact(20, 400, 5, 'money', [
      'The building cost {n}, a third more than planned.',
      'Construction of the museum in {place} cost {n}.',
    ]),
    fact(300, 9000, 100, 'count', [
      'Its collection holds {n} objects, most of them never shown before.',
      'Visitors can see {n} objects from the collection.',
    ]),
    fact(50000, 900000, 10000, 'count', [
      'The city expects {n} visitors a year.',
      'About {n} people are expected to visit it every year.',
    ]),
    fact(2, 14, 1, 'years', ['It took {n} to build.', 'Work on the site in {place} lasted {n}.']),
    fact(8, 45, 1, 'percent', [
      'Private donors paid {n} of the costs.',
      'Donations covered {n} of the bill, {body} said.',
    ]),
    fact(25, 240, 5, 'count', [
      'The museum will employ {n} people.',
      'About {n} people will work there, from guards to restorers.',
    ]),
  ],
};

export const TOPICS: readonly [Topic, ...Topic[]] = [FLOOD, COMPANY, TRIAL, ELECTION, OUTBREAK, MUSEUM];

function fact(
  least: number,
  most: number,
  step: number,
  written: FactTemplate['written'],
  wordings: FactTemplate['wordings'],
): FactTemplate {
  return { least, most, step, written, wordings };
}
