/** Styles: each example of docs/citations.md is what comes out, and citing again changes nothing. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { CITATION_STYLES } from '../../../server/src/cite/notation/notation.ts';
import { type CiteOptions, cite, PAPER, POST, WIRE } from './citing.ts';

/** One example: a fenced block of a language with `style=`, `sources=` and perhaps `template=`, and the blocks behind it. */
interface Example {
  readonly line: number;
  readonly language: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly before: string;
  readonly after: string;
  readonly bibliography: string | null;
}

const SOURCES = new Map([
  ['post', POST],
  ['wire', WIRE],
  ['paper', PAPER],
]);

const page = readFileSync(new URL('../../../docs/citations.md', import.meta.url), 'utf8');

function examples(): readonly Example[] {
  const blocks = fromMarkdown(page).children.filter((node) => node.type === 'code');
  return blocks.flatMap((block, at) => {
    if (block.meta?.startsWith('before') !== true) return [];
    const after = blocks[at + 1];
    assert.equal(after?.meta, 'after', `docs/citations.md:${block.position?.start.line} has an “after”`);
    const third = blocks[at + 2];
    const attributes = [...block.meta.matchAll(/([a-z]+)=(?:"([^"]*)"|(\S+))/gu)];
    return {
      line: block.position?.start.line ?? 0,
      language: block.lang ?? '',
      attributes: new Map(attributes.map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? ''])),
      before: block.value,
      after: after.value,
      bibliography: third?.meta === 'references.bib' ? third.value : null,
    };
  });
}

suite('every example of docs/citations.md', () => {
  for (const example of examples()) {
    test(`${example.language} in line ${example.line}`, async () => {
      const { attributes, before, after, bibliography } = example;
      const style = CITATION_STYLES.find((each) => each === attributes.get('style')) ?? 'auto';
      const template = attributes.get('template');
      const source = SOURCES.get(attributes.get('source') ?? 'post');
      assert.ok(source);
      const options: CiteOptions = {
        language: example.language,
        style,
        ...(template !== undefined && { template }),
        files: bibliography === null ? {} : { '/desk/references.bib': null },
      };
      const sentence = 'The water destroyed 62 houses.';
      const cited = await cite(before, [[sentence, source]], options);
      assert.ok(cited, 'there is something to cite');
      assert.equal(cited.text.trimEnd(), after);
      const file = cited.files['/desk/references.bib'];
      assert.equal(file?.trimEnd() ?? null, bibliography);
    });
  }
});

suite('the page', () => {
  test('has an example of every style', () => {
    const shown = new Set(examples().map(({ attributes }) => attributes.get('style')));
    assert.deepEqual(
      [...CITATION_STYLES].filter((style) => !shown.has(style)),
      [],
    );
  });
});
