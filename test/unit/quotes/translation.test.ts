/** What counts as a sign that words were translated, and what does not. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { article, check, corpus } from './article.ts';

const QUOTE = '“We are not going to leave this port until they pay us what they owe,”';
const DRAFT = '“We are not going to leave this port until they pay us a thing,” Calder said.';

async function message(text: string, draft = DRAFT): Promise<string> {
  const [finding] = await check(draft, corpus(article(text)));
  assert.equal(finding?.code, 'quote-altered');
  return finding.message;
}

describe('the finding says that the words are a translation where', () => {
  for (const [name, text] of [
    ['the speaker used another language', `${QUOTE} Ines Calder told Radio Meren in Farsi.`],
    ['somebody interpreted', `Ines Calder spoke through an interpreter. ${QUOTE} she said.`],
    ['the article says so of its quotation', `${QUOTE} Calder said, in a translation by the guild.`],
    ['all of the article is one', `${QUOTE} Calder said.\n\nTranslated from the Spanish by Ann Lee.`],
  ] as const) {
    test(name, async () => assert.match(await message(text), /\. The words are a translation, /));
  }

  test('the draft says so', async () => {
    const draft = `${DRAFT.slice(0, -1)}, through a translator.`;
    assert.match(await message(`${QUOTE} Calder said.`, draft), /translation/);
  });
});

describe('the finding does not say so where', () => {
  for (const [name, text] of [
    ['nothing is said of another language', `${QUOTE} Ines Calder said.`],
    ['a language is part of a description', `Ines Calder lives in French-speaking Meren. ${QUOTE} she said.`],
    ['the speaker talks of translators', `Ines Calder said: ${QUOTE} “Translators cost money.”`],
    ['another paragraph speaks of one', `A translator waited at the port.\n\n${QUOTE} Calder said.`],
    [
      'it is far away',
      `A translator waited.${' The port was quiet all day.'.repeat(12)} ${QUOTE} Calder said.`,
    ],
  ] as const) {
    test(name, async () => assert.doesNotMatch(await message(text), /translat/));
  }
});

test('each article’s wording has a fix of its own', async () => {
  const [finding] = await check(
    '“We won’t leave the port until they have paid us,” Calder said.',
    corpus(
      article('“We shall not leave the port until they have paid us,” Calder said.', 'a'),
      article('“We will not leave this port until they have paid us,” Calder said.', 'b'),
    ),
  );
  assert.equal(finding?.code, 'quote-altered');
  assert.deepEqual(new Set(finding.evidence.map(({ article: id }) => id)), new Set(['a', 'b']));
  assert.equal(finding.fixes.length, 2);
});
