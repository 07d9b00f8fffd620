/** `corroborate mcp` as an assistant sees it: the official client over standard input and output. */

import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import type { DraftLanguage } from '../../server/src/draft/draft.ts';
import { DRAFT_LANGUAGES } from '../../server/src/draft/languages.ts';
import { assistantOf, assistantWith, checked, found, passage } from './assistant.ts';
import { DAM_ARTICLE } from './dam.ts';

const OTHER = 'Trams return to Port Elwin after six decades. The line is 14.2 kilometres long.\n';
const FILES = { 'corpus/dam.md': DAM_ARTICLE, 'corpus/trams.txt': OTHER };

suite('the MCP server', { timeout: 180_000 }, () => {
  test('offers three tools that read and never write', async () => {
    await using assistant = await assistantOf(FILES);
    const { tools } = await assistant.client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['check_text', 'find_sources', 'get_passage'],
    );
    for (const { annotations, inputSchema, outputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(annotations?.openWorldHint, false);
      assert.equal(inputSchema.type, 'object');
      assert.equal(outputSchema?.type, 'object');
      assert.match(description ?? '', /never instructions/);
    }
    assert.equal(assistant.client.getServerVersion()?.version, packageJson.version);
  });

  test('checks a text: verdict, passage word for word, and an edit that puts it right', async () => {
    await using assistant = await assistantOf(FILES);
    const text = 'The Ness dam cost £84 million to build. The tram line is 14.2 kilometres long.';
    const { articles, claims, omitted, verdicts } = await assistant.ask(checked, 'check_text', { text });
    assert.deepEqual([articles, omitted], [2, 0]);
    assert.deepEqual([verdicts.refuted, verdicts.supported], [1, 1]);
    const wrong = claims.find(({ verdict }) => verdict === 'refuted');
    assert.equal(text.slice(wrong?.start, wrong?.end), wrong?.text);
    assert.equal(wrong?.code, 'figure-mismatch');
    const [evidence] = wrong?.passages ?? [];
    assert.equal(evidence?.path, join('corpus', 'dam.md'));
    assert.equal(DAM_ARTICLE.slice(evidence?.start, evidence?.end), evidence?.text);
    const [edit] = wrong?.corrections[0]?.edits ?? [];
    assert.equal(
      text.slice(0, edit?.start) + (edit?.newText ?? '') + text.slice(edit?.end),
      text.replace('84', '48'),
    );
    const problems = await assistant.ask(checked, 'check_text', { text, include: 'problems' });
    assert.deepEqual([problems.claims.length, problems.omitted], [1, 1]);
  });

  test('keeps the index of a large corpus where the environment says, and tells of what is still to be read', async () => {
    const notes = Array.from({ length: 500 }, (_, number) => [`corpus/${number}.txt`, `Note ${number}.\n`]);
    await using assistant = await assistantWith(
      { CORROBORATE_INDEX_DIR: 'indexes' },
      { ...FILES, ...Object.fromEntries(notes) },
    );
    const text = 'The Ness dam cost £84 million to build.';
    for (let toGo = Number.POSITIVE_INFINITY; toGo > 0; ) {
      const { filesToGo, verdicts } = await assistant.ask(checked, 'check_text', { text });
      assert.equal(verdicts.refuted, filesToGo > 0 ? 0 : 1);
      toGo = filesToGo;
    }
    const made = await readdir(join(assistant.workspace.path, 'indexes'));
    assert.ok(made.some((name) => name.endsWith('.sqlite')));
  });

  test('reads a text in every language a draft may have', async () => {
    await using assistant = await assistantOf(FILES);
    const hidden = {
      markdown: '<!-- £61 million -->',
      quarto: '<!-- £61 million -->',
      mdx: '{/* £61 million */}',
      plaintext: '',
      latex: '% £61 million',
      typst: '// £61 million',
      asciidoc: '// £61 million',
      restructuredtext: '.. £61 million',
      html: '<!-- £61 million -->',
    } satisfies Record<DraftLanguage, string>;
    assert.deepEqual(Object.keys(hidden), [...DRAFT_LANGUAGES]);
    for (const [language, comment] of Object.entries(hidden)) {
      const text = `${comment}\n\nThe Ness dam cost £84 million to build.\n`;
      const { claims } = await assistant.ask(checked, 'check_text', { text, language });
      const read = claims.map((claim) => `${claim.text} ${claim.verdict}`);
      assert.deepEqual(read, ['£84 million refuted'], language);
    }
    const why = await assistant.fail('check_text', { text: 'One of 3.', language: 'cobol' });
    assert.match(why, /language/);
  });

  test('says the same in words as in the structure, and the same each time', async () => {
    await using assistant = await assistantOf(FILES);
    const call = { name: 'check_text', arguments: { text: 'The Ness dam cost £84 million.' } };
    const answers = [await assistant.client.callTool(call), await assistant.client.callTool(call)];
    assert.deepEqual(answers[0], answers[1]);
    const [first] = answers;
    const text = JSON.stringify(first?.content);
    for (const word of [
      '£84 million',
      'refuted',
      'Lower Vale Gazette, 4 March 2021',
      'Change to £48 million',
    ])
      assert.ok(text.includes(word), `${word} in ${text}`);
  });

  test('finds the passages on a matter, and reads on around one', async () => {
    await using assistant = await assistantOf(FILES);
    const { passages } = await assistant.ask(found, 'find_sources', {
      query: 'cost of the Ness dam',
      limit: 2,
    });
    const [best] = passages;
    assert.equal(best?.text, 'The Ness dam cost £48 million to build.');
    assert.ok(passages.length <= 2 && (best?.coverage ?? 0) > (passages[1]?.coverage ?? 0));
    const around = await assistant.ask(passage.extend({ length: z.number() }), 'get_passage', {
      article: best?.article,
      start: best?.start,
      end: best?.end,
      around: 30,
    });
    assert.equal(DAM_ARTICLE.slice(around.start, around.end), around.text);
    assert.ok(around.text.includes('opened on Thursday') && around.text.includes('Nobody thought'));
    assert.equal(around.length, DAM_ARTICLE.length);
    const nothing = await assistant.ask(found, 'find_sources', { query: 'zebra crossing of Atlantis' });
    assert.deepEqual(nothing.passages, []);
  });

  test('sees articles as they are on disk when it is asked', async () => {
    await using assistant = await assistantOf(FILES);
    const text = 'The Ness dam cost £84 million to build.';
    assert.equal((await assistant.ask(checked, 'check_text', { text })).verdicts.refuted, 1);
    await writeFile(join(assistant.workspace.path, 'corpus/dam.md'), DAM_ARTICLE.replace('48', '84'));
    assert.equal((await assistant.ask(checked, 'check_text', { text })).verdicts.supported, 1);
  });

  test('takes articles and severities from the configuration, and --corpus before it', async () => {
    const files = {
      'sources/dam.md': DAM_ARTICLE,
      'none/other.md': OTHER,
      'corroborate.config.json': '{ "corpus": "sources", "severity": { "figure-mismatch": "off" } }',
    };
    const text = 'The Ness dam cost £84 million to build.';
    await using configured = await assistantOf(files);
    const { claims } = await configured.ask(checked, 'check_text', { text });
    assert.deepEqual([claims[0]?.verdict, claims[0]?.code], ['refuted', 'figure-mismatch']);
    assert.equal(
      (await configured.ask(checked, 'check_text', { text, include: 'problems' })).claims.length,
      0,
    );
    await using given = await assistantOf(files, '--corpus', 'none');
    assert.equal((await given.ask(checked, 'check_text', { text })).verdicts.refuted, 0);
  });

  test('keeps to bounds and says what was wrong with a question', async () => {
    await using assistant = await assistantOf(FILES);
    assert.match(await assistant.fail('check_text', { text: 'a'.repeat(100_001) }), /text/);
    assert.match(await assistant.fail('find_sources', { query: 'dam', limit: 1000 }), /limit/);
    assert.match(
      await assistant.fail('get_passage', { article: '../secret' }),
      /no article with the id "\.\.\/secret"/,
    );
    assert.match(await assistant.fail('get_passage', { article: 'dam.md', start: 99_999 }), /beyond its end/);
    const many = Array.from({ length: 400 }, (_, index) => `The Ness dam cost £${index + 1000} million.`);
    const { claims, omitted } = await assistant.ask(checked, 'check_text', { text: many.join(' ') });
    assert.deepEqual([claims.length, claims.length + omitted], [150, 400]);
    await using empty = await assistantOf({ 'corpus/none.bin': '' });
    assert.match(await empty.fail('check_text', { text: 'One of 3.' }), /There are no articles in /);
  });
});
