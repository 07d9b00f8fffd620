/** Article insertion: the rows of built articles, packed before the transaction that writes them begins. */

import { checkSumOf, layoutSum, writeBody } from './articleRows.ts';
import type { Database } from './database.ts';
import type { Numbers } from './numberLists.ts';
import { writeOutline } from './outline.ts';
import { KIND } from './schema.ts';
import type { BuiltArticle, SegmentBuilder } from './segmentBuilder.ts';
import type { TermNumbers } from './terms.ts';

/** An article with what its row in `texts` will hold. */
export interface PackedArticle extends Omit<BuiltArticle, 'outline' | 'terms'> {
  readonly outline: Uint8Array;
  readonly body: Uint8Array;
  readonly checkSum: number;
}

/** Numbers of the first sentence and place of a segment. */
export interface Begin {
  readonly sentence: number;
  readonly word: number;
}

/** The numbers of the terms of articles, by their places among the keys of the segment they are built in. */
export function termNumbers(builder: SegmentBuilder, numbers: TermNumbers): Uint32Array {
  return Uint32Array.from(builder.keys(), (key) => numbers.of(KIND.sentence, key));
}

/** Packs an article of a segment whose `terms` these are, with these `termNumbers`. */
export function packArticle(built: BuiltArticle, all: Numbers, numbers: Uint32Array): PackedArticle {
  const places = all.read(...built.terms);
  const terms = new Uint32Array(places.length);
  for (let at = 0; at < terms.length; at += 1) terms[at] = numbers[places[at] ?? 0] ?? 0;
  const { article } = built;
  const outline = writeOutline({
    hasOrigin: article.origin !== undefined,
    sentences: built.outline,
    terms: terms.sort(),
  });
  const body = writeBody(article);
  return { ...built, outline, body, checkSum: checkSumOf(outline, body) };
}

/** Inserts the rows of articles of the file with a number, in a segment that begins there. */
export type Insertion = (begin: Begin, file: number, packed: PackedArticle) => void;

/** The statements that insert articles, prepared. */
export function articleInsertion(database: Database): Insertion {
  const row = database.prepare(
    `INSERT INTO articles (id, file, title, outlet, author, published, url, hash, layout,
       first_sentence, sentences, first_word, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const text = database.prepare('INSERT INTO texts (number, check_sum, outline, body) VALUES (?, ?, ?, ?)');
  return (begin, file, { article, firstSentence, sentences, firstWord, words, ...packed }) => {
    const { id, title, outlet, author, published, url, hash = null } = article;
    const { lastInsertRowid } = row.run(
      ...[id, file, title, outlet, author, published, url, hash, layoutSum(article)],
      ...[begin.sentence + firstSentence, sentences, begin.word + firstWord, words],
    );
    text.run(lastInsertRowid, packed.checkSum, packed.outline, packed.body);
  };
}
