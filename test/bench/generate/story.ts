/** Stories: the events that generated articles and drafts tell of, with the facts that they have in common. */

import { bodyName, type Person, personName, placeName } from './names.ts';
import { statement } from './prose.ts';
import { type Random, random } from './random.ts';
import { type FactTemplate, TOPICS } from './topics.ts';

/** A figure of the story. */
export interface Fact {
  readonly template: FactTemplate;
  readonly value: number;
}

export interface Utterance {
  readonly speaker: Person;
  /** The words between the quotation marks, without a final stop. */
  readonly words: string;
}

export interface Story {
  readonly headline: string;
  readonly place: string;
  readonly body: string;
  readonly day: string;
  /** Day of the month of January 2020 on which the first article appears. */
  readonly date: number;
  readonly facts: readonly [Fact, ...Fact[]];
  readonly utterances: readonly [Utterance, ...Utterance[]];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const UTTERANCES = 6;
/** Tells the streams of stories from those of articles and drafts. */
const STREAM = 1;

/** The `number`-th story of `seed`. */
export function storyOf(seed: number, number: number): Story {
  const chance = random(seed, STREAM, number);
  const topic = chance.pick(TOPICS);
  const place = placeName(chance);
  const body = bodyName(chance);
  const [first, ...rest] = topic.facts;
  const speakers = [personName(chance), personName(chance), personName(chance)] as const;
  const utter = (): Utterance => ({ speaker: chance.pick(speakers), words: statement(chance) });
  return {
    headline: fill(topic.headline, { place, body }),
    place,
    body,
    day: chance.pick(WEEKDAYS),
    date: chance.int(1, 20),
    facts: [factOf(first, chance), ...rest.map((template) => factOf(template, chance))],
    utterances: [utter(), ...Array.from({ length: UTTERANCES - 1 }, utter)],
  };
}

/** One of the wordings of a fact, with `value` for its figure. */
export function tell(story: Story, { template }: Fact, value: number, chance: Random): string {
  const { place, body, day } = story;
  return fill(chance.pick(template.wordings), { place, body, day, n: written(template, value) });
}

/** Another value that the fact could have had. */
export function otherValue({ template, value }: Fact, chance: Random): number {
  const other = drawn(template, chance);
  return other === value ? value + template.step : other;
}

function factOf(template: FactTemplate, chance: Random): Fact {
  return { template, value: drawn(template, chance) };
}

function drawn({ least, most, step }: FactTemplate, chance: Random): number {
  return chance.int(Math.ceil(least / step), Math.floor(most / step)) * step;
}

function written({ written: form }: FactTemplate, value: number): string {
  switch (form) {
    case 'count':
      return value.toLocaleString('en-US');
    case 'percent':
      return `${value}%`;
    case 'money':
      return value >= 1000 ? `$${value / 1000} billion` : `$${value} million`;
    case 'years':
      return `${value} years`;
  }
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
