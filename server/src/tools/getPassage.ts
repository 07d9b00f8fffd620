/** The tool `get_passage`: what stands around a place of an article. */

import * as z from 'zod';
import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import { placeAt, placeInWords } from '../corpus/place.ts';
import { passageSchema } from './passage.ts';
import { QUOTED, type Tool, ToolError, type ToolSurroundings } from './tool.ts';

/** UTF-16 units of one answer: about three pages. */
const LONGEST_ANSWER = 8000;

/** UTF-16 units. What goes on for longer, a table perhaps, is cut into. */
const LONGEST_SENTENCE = 1000;

const offset = z.int().nonnegative();

const input = z.object({
  article: z.string().min(1).max(1000).describe('Id of the article, as in the answers of the other tools.'),
  start: offset.default(0).describe('UTF-16 offset of the place; the beginning of the article if left out.'),
  end: offset.optional().describe('Where the place ends.'),
  around: z.int().min(0).max(3000).default(500).describe('UTF-16 units wanted before and after the place.'),
});

const output = passageSchema.extend({
  author: z.string().nullable(),
  url: z.string().nullable(),
  length: offset.describe('UTF-16 units of the whole text; start and end say which part this is.'),
});

type Answer = z.infer<typeof output>;

export const getPassage: Tool<typeof input, typeof output> = {
  name: 'get_passage',
  title: 'Read a passage of a source article',
  description: `Reads a passage of one of the user’s source articles with what stands before and after it, whole sentences
at a time. Use it to see the context of a passage that the other tools name. ${QUOTED}`,
  input,
  output,
  run: read,
  describe: ({ title, outlet, published, url, start, end, length, text }) =>
    [
      [title, outlet, published, url].filter((part) => part !== null).join(' · '),
      `${start}–${end} of ${length}`,
      text,
    ].join('\n\n'),
};

async function read(
  { article: id, start, end, around }: z.infer<typeof input>,
  { index, shownPath }: ToolSurroundings,
): Promise<Answer> {
  const analysed = await index.article(id);
  if (analysed === undefined)
    throw new ToolError(
      `There is no article with the id ${JSON.stringify(id)}. Ids come from find_sources and check_text.`,
    );
  const { text, path, title, outlet, author, published, url } = analysed.article;
  if (start >= Math.max(text.length, 1))
    throw new ToolError(`The text of this article is ${text.length} long; ${start} lies beyond its end.`);
  const before = Math.max(0, start - around);
  const from = Math.max(sentenceStart(analysed, before), before - LONGEST_SENTENCE);
  const place = placeAt(analysed.article, from);
  const wanted = Math.max(end ?? start, start) + around;
  const to = Math.min(sentenceEnd(analysed, wanted), from + LONGEST_ANSWER, text.length);
  return {
    article: id,
    path: shownPath(path),
    title,
    outlet,
    author,
    published,
    url,
    place: place === null ? null : placeInWords(place) || null,
    start: from,
    end: to,
    length: text.length,
    text: text.slice(from, to).toWellFormed(),
  };
}

/** Where the sentence that holds the offset begins, else the offset itself. */
function sentenceStart({ sentences }: AnalysedArticle, at: number): number {
  return sentences.find(({ sentence }) => sentence.start <= at && at < sentence.end)?.sentence.start ?? at;
}

function sentenceEnd({ sentences }: AnalysedArticle, at: number): number {
  return sentences.find(({ sentence }) => sentence.start <= at && at < sentence.end)?.sentence.end ?? at;
}
