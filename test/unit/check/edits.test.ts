/** After any edits a check from memory tells what a check without it tells, to the last token of the last sentence. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { type CheckMemory, createCheckMemory } from '../../../server/src/check/memory.ts';
import type { CheckOptions } from '../../../server/src/check/options.ts';
import { isStatement } from '../../../server/src/claims/claim.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';
import { edited } from '../../bench/keystrokes.ts';
import { applied, edit } from '../draft/edits.ts';

const SEED = 7;
const ARTICLES = 8;
/** Codes that are quiet unless asked for find more, and so tell more. */
const OPTIONS: CheckOptions = {
  severities: { 'citation-missing': 'hint', 'draft-inconsistent': 'warning' },
  today: '2020-01-10',
};

function corpus(): CorpusIndex {
  const index = createMemoryIndex();
  for (const article of articlesOf(SEED, ARTICLES)) index.put(article);
  return index;
}

/** The findings with all that their sentences hold, which sentences tell only when they are asked. */
async function told(
  language: string,
  text: string,
  index: CorpusIndex,
  memory?: CheckMemory,
): Promise<unknown> {
  const draft = readDraft('draft', language, text);
  const findings = await checkDraft(draft, index, OPTIONS, NEVER, memory);
  // Surfaces compare sentences by identity.
  const stated = findings.filter(({ claim }) => isStatement(claim)).map(({ claim }) => claim.sentence);
  assert.equal(new Set(stated).size, new Set(stated.map(({ start }) => start)).size);
  return findings.map((finding) => {
    const { index: at, paragraph, start, end, tokens } = finding.claim.sentence;
    const written = tokens.map((token) => text.slice(token.start, token.end));
    return {
      ...finding,
      claim: { ...finding.claim, sentence: { at, paragraph, start, end, tokens, written } },
    };
  });
}

/** Paragraphs whose findings hang together: by names, pronouns, roles, figures told twice, notes and comments. */
const PARAGRAPHS = [
  ...draftOf(SEED, ARTICLES, 500).split('\n\n').slice(1),
  '## The hearing',
  'Mayor Ada Okafor opened the session. She had come with her husband, Tom Varga.',
  'Tom Varga, the fire chief, came late. He said the council had counted more than 95 witnesses in the hall.',
  'Democrat Tom Varga sat beside Ines Calder. Varga and Okafar did not speak.',
  '“We will rebuild the old mill,” she said. “Nobody will leave.”',
  '“The bridge will open again on Monday,” Okafor said, “and nobody was hurt.” It said so.',
  'The fire chief said: “About 2,150 people lost their savings.”',
  '“This is the first part,\n\n“and this is the second,” Calder said.',
  'Calder wrote:',
  '> It was never clear who had closed the road.\n> — Ines Calder',
  'The court heard 95 witnesses. The court heard 96 witnesses. The court heard another 12 witnesses.',
  '- 40 homes were lost.\n- 41 homes were lost, the council’s report said.\n- Nobody’s home was saved.',
  '| Homes | 120 |\n| - | - |\n| Jobs | 640 |',
  '<!-- corroborate-disable-next-line -->\nThe survey counted 130 homes.[^1]',
  '[^1]: The Observer, “What the week brought”, 2 January 2020.',
  'It rained for 3 days. Yesterday the river rose by 2 metres.',
  'The minister’s office said on Friday that the reservoir held 4.5 million litres.',
] as const;

type Step = (text: string) => string;

/** Changes what stands between two offsets that are shares of the text. */
function onParagraph(change: (paragraph: string, at: number) => string): fc.Arbitrary<Step> {
  return fc.tuple(fc.nat(), fc.nat()).map(([which, at]) => (text: string) => {
    const paragraphs = text.split('\n\n');
    const own = which % paragraphs.length;
    return paragraphs.with(own, change(paragraphs[own] ?? '', at)).join('\n\n');
  });
}

/** `written` in place of the blank, mark or letter that `pattern` finds, one of them. */
function replacing(pattern: RegExp, written: string): fc.Arbitrary<Step> {
  return fc.nat().map((which) => (text: string) => {
    const found = [...text.matchAll(pattern)];
    const one = found[which % Math.max(1, found.length)];
    return one === undefined
      ? text
      : text.slice(0, one.index) + written + text.slice(one.index + one[0].length);
  });
}

const FRONT_MATTER = /^---\n[\s\S]{0,80}?\n---\n\n?/;

const inserting: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...PARAGRAPHS), fc.nat())
  .map(([paragraph, which]) => (text: string) => {
    const paragraphs = text.split('\n\n');
    return paragraphs.toSpliced(which % (paragraphs.length + 1), 0, paragraph).join('\n\n');
  });

const moving: fc.Arbitrary<Step> = fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => (text: string) => {
  const paragraphs = text.split('\n\n');
  const at = from % paragraphs.length;
  const rest = paragraphs.toSpliced(at, 1);
  return rest.toSpliced(to % (rest.length + 1), 0, paragraphs[at] ?? '').join('\n\n');
});

const dating: fc.Arbitrary<Step> = fc
  .constantFrom('', '---\ndate: 2020-01-05\n---\n\n', '---\ndate: 2020-02-01\ntitle: A week\n---\n\n')
  .map((matter) => (text: string) => matter + text.replace(FRONT_MATTER, ''));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  inserting,
  moving,
  dating,
  onParagraph(() => 'Nothing.'),
  onParagraph((paragraph) => `<!-- ${paragraph} -->`),
  onParagraph((paragraph) => paragraph.replace(/^(?:#+|-|>) |^/, '## ')),
  onParagraph((paragraph) => paragraph.replace(/^(?:#+|-|>) |^/, '- ')),
  onParagraph((paragraph) => paragraph.replace(/^(?:#+|-|>) |^/, '> ')),
  replacing(/ /g, '\n\n'),
  replacing(/\n\n/g, ' '),
  replacing(/\n\n/g, '\n\n\n'),
  replacing(/[“”]/g, ''),
  replacing(/“/g, '“Not '),
  replacing(/(?<=\w)(?=[,.]?”)/g, ' again'),
  replacing(/\d+/g, '17'),
  replacing(/Varga|Okafor|Calder/g, 'Osei'),
  replacing(/\b[Ss]?he\b/g, 'she'),
  replacing(/’/g, "'"),
  replacing(/ (?=said)/g, ' later '),
  fc.nat().map((number) => (text: string) => edited(text, number)),
  // Two places at once, as when a word is replaced everywhere.
  fc.nat().map((number) => (text: string) => edited(edited(text, number), number + 1)),
  edit.map((change) => (text: string) => applied(text, change)),
);

test('memory changes nothing that a check tells, whatever is edited one after another', async () => {
  const index = corpus();
  const start = fc.shuffledSubarray([...PARAGRAPHS], { minLength: 4 }).map((some) => some.join('\n\n'));
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.array(anyStep, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('markdown', 'markdown', 'plaintext', 'latex'),
      async (first, steps, language) => {
        const memory = createCheckMemory();
        let text = first;
        await told(language, text, index, memory);
        for (const step of steps) {
          text = step(text);
          assert.deepEqual(await told(language, text, index, memory), await told(language, text, index));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('nor do many keystrokes in a long draft', async () => {
  const index = corpus();
  const memory = createCheckMemory();
  let text = `${PARAGRAPHS.join('\n\n')}\n\n${draftOf(SEED, ARTICLES, 1500)}\n\n${PARAGRAPHS.join('\n\n')}`;
  for (let number = 0; number < 25; number += 1) {
    text = edited(text, number);
    assert.deepEqual(await told('markdown', text, index, memory), await told('markdown', text, index));
  }
});
