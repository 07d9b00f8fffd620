/** Word keys: the words of an article as the poll of a quote compares them, without anything else of its text. */

import { keepLast } from '../../match/keepLast.ts';
import { normsOf } from '../../text/normalise.ts';
import { tokensOfSentence } from '../../text/sentences.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { Token } from '../../text/tokens.ts';
import type { AnalysedArticle } from '../analysed.ts';

/**
 * The spelling keys of `articleWords`, in order. For one quote dozens of articles are looked into, of which a few hold
 * it: tokens and words of the others would take ten times the memory of their keys, and outlive the question.
 */
export const wordKeysOf: (article: AnalysedArticle) => readonly string[] = keepLast(
  ({ article: { text, prose }, sentences }) => {
    const tokens: Token[] = [];
    for (const { sentence } of sentences) {
      for (const token of tokensOfSentence(text, prose, sentence)) tokens.push(token);
    }
    const keys: string[] = [];
    normsOf(text, tokens, (norm) => keys.push(spellingKey(norm)));
    return keys;
  },
);
