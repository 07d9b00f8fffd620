/** The packet: every claim with its number, its place, its standing and what it rests on. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packetFor, readDraftOf } from './sample.ts';

const DRAFT = `---
title: The flood
---

A word before.

# Harrow

The council is sending about **850** volunteers to the flooded Harrow valley.

## Damage

- The water destroyed 62 houses in Lower Marsh, see \`houses.csv\` and [the list](https://example.org/list).
- Nobody was hurt.
`;

/** One draft in each language, with markup and a citation in its sentence. */
const LANGUAGES = [
  {
    languageId: 'latex',
    heading: 'The flood at Café Noir',
    text: "\\section{The \\emph{flood} at Caf\\'e Noir}\nThe council is sending \\textbf{about 850} volunteers to the flooded Harrow valley \\cite{post2021}.\n",
  },
  {
    languageId: 'html',
    heading: 'The flood & after',
    text: '<h1>The flood &amp; after</h1><p>The council is sending <b>about 850</b> volunteers to the flooded Harrow&nbsp;valley.</p>\n',
  },
  {
    languageId: 'asciidoc',
    heading: 'The flood',
    text: '= The flood\n\nThe council is sending *about 850* volunteers to the flooded Harrow valley footnote:[Gulf Wire, 2020].\n',
  },
  {
    languageId: 'typst',
    heading: 'The flood',
    text: '= The flood\n\nThe council is sending *about 850* volunteers to the flooded Harrow valley @post2021.\n',
  },
  {
    languageId: 'restructuredtext',
    heading: 'The flood',
    text: 'The flood\n=========\n\nThe council is sending **about 850** volunteers to the flooded Harrow valley [Post2021]_.\n',
  },
] as const;

describe('a packet', () => {
  it('numbers the claims in their order and says how each stands', async () => {
    const { claims, counts, title } = await packetFor(DRAFT);
    assert.equal(title, 'The flood');
    assert.deepEqual(
      claims.map(({ number, words, standing, line, section }) => [number, words, standing, line, section]),
      [
        [1, '850', 'refuted', 9, 'Harrow'],
        [2, '62', 'supported', 13, 'Damage'],
      ],
    );
    assert.deepEqual([counts.refuted, counts.supported, counts.verified], [1, 1, 0]);
    const [claim] = claims;
    assert.equal(claim?.before, 'The council is sending about ');
    assert.match(claim?.message ?? '', /says about 750, not 850/);
  });

  it('shows the draft with every claim in its place, without its markup', async () => {
    assert.deepEqual(readDraftOf(await packetFor(DRAFT)), [
      'A word before.',
      'Harrow',
      'The council is sending about [850]1 volunteers to the flooded Harrow valley.',
      'Damage',
      'The water destroyed [62]2 houses in Lower Marsh, see houses.csv and the list.',
      'Nobody was hurt.',
    ]);
  });

  it('shows each claim once, though markup parts it and others lie within', async () => {
    const packet = await packetFor(
      'The mayor said: “We are *sending* 750 volunteers to the flooded valley now.”\n',
    );
    const text = readDraftOf(packet).join('\n');
    for (const { number } of packet.claims) assert.equal(text.split(`]${number}`).length, 2, text);
    assert.equal(text.split('[').length, text.split(']').length);
  });

  it('counts each section once', async () => {
    const { sections } = await packetFor(`${DRAFT}\nThe council sent 62 boats in 3 days.\n`);
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['Harrow', 'Damage'],
    );
    const claims = sections.reduce((sum, each) => sum + each.claims, 0);
    const standing = sections
      .flatMap(({ counts }) => Object.values(counts))
      .reduce((sum, each) => sum + each, 0);
    assert.equal(claims, standing);
  });

  it('gives each source once, with its hash and the claims that it bears on', async () => {
    const { sources, claims } = await packetFor(DRAFT, { url: 'https://example.org/valley' });
    assert.equal(sources.length, 1);
    const [source] = sources;
    assert.deepEqual(source?.claims, [1, 2]);
    assert.equal(source?.path, 'corpus/valley.md');
    assert.equal(source?.hash, 'ab'.repeat(32));
    assert.equal(source?.url, 'https://example.org/valley');
    assert.deepEqual(
      claims.flatMap(({ passages }) => passages.map((each) => [each.source, each.place, each.agrees])),
      [
        [1, 'line 1', false],
        [1, 'line 2', true],
      ],
    );
  });

  it('keeps the passage whole around its marks', async () => {
    const { claims } = await packetFor(DRAFT);
    const [passage] = claims[0]?.passages ?? [];
    assert.equal(
      passage?.stretches.map(({ text }) => text).join(''),
      'The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.',
    );
    assert.match(
      passage?.stretches
        .filter(({ isMarked }) => isMarked)
        .map(({ text }) => text)
        .join('') ?? '',
      /750/,
    );
  });

  it('tells what a person verified apart', async () => {
    const { claims, counts } = await packetFor(DRAFT, { verified: '850' });
    assert.equal(claims[0]?.standing, 'verified');
    assert.equal(claims[0]?.signOff?.reason, 'Told by the council');
    assert.deepEqual([counts.verified, counts.refuted], [1, 0]);
  });

  it('says that a comment keeps a claim from being reported', async () => {
    const ignored = DRAFT.replace('valley.\n', 'valley. <!-- corroborate-disable-line -->\n');
    const { claims } = await packetFor(ignored);
    assert.deepEqual([claims[0]?.standing, claims[0]?.isIgnored], ['refuted', true]);
  });

  it('knows no address but those of the web', async () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'command:x',
      'nonsense',
    ])
      assert.equal((await packetFor(DRAFT, { url })).sources[0]?.url, null, url);
  });

  for (const { languageId, text, heading } of LANGUAGES)
    it(`reads as the draft does: ${languageId}`, async () => {
      const packet = await packetFor(text, { languageId });
      assert.equal(packet.title, heading);
      const [claim] = packet.claims;
      assert.deepEqual([claim?.words, claim?.section, claim?.standing], ['850', heading, 'refuted']);
      const sentence = `${claim?.before}${claim?.words}${claim?.after}`;
      assert.equal(sentence, 'The council is sending about 850 volunteers to the flooded Harrow valley.');
      const [, paragraph] = readDraftOf(packet);
      assert.match(
        paragraph ?? '',
        /^The council is sending about \[850\]1 volunteers to the flooded Harrow valley/,
      );
    });

  it('is made of any draft in any language', async () => {
    const part = fc.constantFrom(
      '850',
      'The council is sending about 850 volunteers to the flooded Harrow valley. ',
      '# ',
      '\n\n',
      '- ',
      '“',
      '”',
      '`',
      '[^1]',
      '](',
      '| ',
      '\\cite{a}',
      '$',
      '<b>',
      '\u202e',
      'é',
    );
    const languages = fc.constantFrom(
      'markdown',
      'plaintext',
      'latex',
      'html',
      'typst',
      'asciidoc',
      'restructuredtext',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), languages, async (parts, languageId) => {
        const packet = await packetFor(parts.join(''), { languageId });
        const ends = packet.blocks.flatMap(({ runs }) => runs.flatMap((run) => run.ends));
        const begins = packet.blocks.flatMap(({ runs }) => runs.flatMap((run) => run.begins));
        assert.deepEqual(ends.toSorted(), begins.toSorted());
        assert.equal(new Set(ends).size, ends.length);
      }),
      { numRuns: 60 },
    );
  });
});
