/** The generator: news-like articles and drafts of any number and length, which tell facts and quotes of the same stories. */

import type { Article } from '../../server/src/corpus/article.ts';
import { words } from './generate/names.ts';
import { otherWord, plainSentence, statement } from './generate/prose.ts';
import { type Random, random } from './generate/random.ts';
import { otherValue, type Story, storyOf, tell, type Utterance } from './generate/story.ts';

/** Articles that tell the same story, each with its own wording and its own choice of facts. */
const ARTICLES_PER_STORY = 4;
/** Words of an article: what the measurements of the design were taken with. */
const ARTICLE_WORDS = 500;
/** Share of a story's facts that one article tells. */
const TOLD = 0.75;
/** Share of a draft's figures and quotes that its articles bear out otherwise: a careless writer's. */
const WRONG = 0.1;
/** Of ten sentences of a draft or an article, so many hold a figure, a quote, neither. As in short news reports. */
const FIGURES_IN_TEN = 4;
const QUOTES_IN_TEN = 2;

const ARTICLE_STREAM = 2;
const DRAFT_STREAM = 3;

const OUTLETS = words('Chronicle Courier Gazette Herald Observer Post Recorder Standard Times Tribune');

/** The `number`-th article of `seed`, the same whatever else is generated. */
export function articleOf(seed: number, number: number): Article {
  const chance = random(seed, ARTICLE_STREAM, number);
  const story = storyOf(seed, Math.floor(number / ARTICLES_PER_STORY));
  const text = `${paragraphs(ARTICLE_WORDS, chance, () => articleSentence(story, chance)).join('\n\n')}\n`;
  return {
    id: `story-${number}.txt`,
    path: `/articles/story-${number}.txt`,
    title: story.headline,
    outlet: chance.pick(OUTLETS),
    author: null,
    published: `2020-01-${String(story.date + (number % ARTICLES_PER_STORY)).padStart(2, '0')}`,
    url: null,
    text,
    prose: [{ start: 0, end: text.length }],
  };
}

/** The first `count` articles of `seed`. */
export function articlesOf(seed: number, count: number): Article[] {
  return Array.from({ length: count }, (_, number) => articleOf(seed, number));
}

/**
 * A Markdown draft of about `length` words that tells the stories of the first `articles` articles of `seed`, section
 * by section, with one figure or quote in ten wrong. Drafts of another `number` are told in another way.
 */
export function draftOf(seed: number, articles: number, length: number, number = 0): string {
  const chance = random(seed, DRAFT_STREAM, length, number);
  const stories = Math.ceil(articles / ARTICLES_PER_STORY);
  const sections: string[] = ['# What the week brought'];
  for (let story = number, written = 0; written < length; story += 1) {
    const told = storyOf(seed, story % stories);
    const section = paragraphs(Math.min(SECTION_WORDS, length - written), chance, () =>
      draftSentence(told, chance),
    );
    written += section.reduce((sum, paragraph) => sum + wordsIn(paragraph), 0);
    sections.push(`## ${told.headline}`, ...section);
  }
  return `${sections.join('\n\n')}\n`;
}

/** Words of one section of a draft. */
const SECTION_WORDS = 400;

function articleSentence(story: Story, chance: Random): string {
  const kind = chance.int(1, 10);
  if (kind > FIGURES_IN_TEN + QUOTES_IN_TEN) return plainSentence(chance);
  if (kind > FIGURES_IN_TEN) return quoted(chance.pick(story.utterances), chance);
  const told = Math.max(1, Math.floor(story.facts.length * TOLD));
  const fact = story.facts[chance.int(0, told - 1)] ?? story.facts[0];
  return tell(story, fact, fact.value, chance);
}

function draftSentence(story: Story, chance: Random): string {
  const kind = chance.int(1, 10);
  const wrong = chance.chance(WRONG);
  if (kind > FIGURES_IN_TEN + QUOTES_IN_TEN) return plainSentence(chance);
  if (kind > FIGURES_IN_TEN) {
    const utterance = chance.pick(story.utterances);
    return quoted(wrong ? altered(utterance, chance) : utterance, chance);
  }
  const fact = chance.pick(story.facts);
  return tell(story, fact, wrong ? otherValue(fact, chance) : fact.value, chance);
}

/** One word changed, or words that nobody said. */
function altered(utterance: Utterance, chance: Random): Utterance {
  if (chance.chance(0.3)) return { ...utterance, words: statement(chance) };
  const parts = utterance.words.split(' ');
  parts[chance.int(1, parts.length - 2)] = otherWord(chance);
  return { ...utterance, words: parts.join(' ') };
}

function quoted({ speaker, words: said }: Utterance, chance: Random): string {
  switch (chance.int(1, 3)) {
    case 1:
      return `“${said},” said ${speaker.role} ${speaker.name}.`;
    case 2:
      return `${speaker.role} ${speaker.name} said: “${said}.”`;
    default:
      return `“${said},” ${speaker.family} told reporters.`;
  }
}

/** Paragraphs of one to four sentences until there are `length` words. */
function paragraphs(length: number, chance: Random, sentence: () => string): string[] {
  const made: string[] = [];
  for (let written = 0; written < length; ) {
    const paragraph = Array.from({ length: chance.int(1, 4) }, sentence).join(' ');
    written += wordsIn(paragraph);
    made.push(paragraph);
  }
  return made;
}

/** Words of a text, as blanks part them. */
export function wordsIn(text: string): number {
  return text.split(' ').length;
}
