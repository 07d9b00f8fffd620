/** Draft languages: the client, the manifest and the server name the same ones. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import * as z from 'zod';
import { DRAFT_LANGUAGES } from '../../client/src/draftLanguages.ts';
import { languageOf } from '../../server/src/draft/languages.ts';

const written = readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8');
const manifest = z
  .object({
    activationEvents: z.array(z.string()),
    contributes: z.object({
      languages: z.array(z.object({ id: z.string(), extensions: z.array(z.string().startsWith('.')) })),
    }),
  })
  .parse(JSON.parse(written));

test('the extension starts for each language', () => {
  const started = manifest.activationEvents.filter((event) => event.startsWith('onLanguage:'));
  assert.deepEqual(
    started,
    DRAFT_LANGUAGES.map((language) => `onLanguage:${language}`),
  );
});

test('commands are shown for each language', () => {
  const clauses = [...written.matchAll(/editorLangId =~ \/\^\(([^)]*)\)\$\//g)];
  assert.ok(clauses.length > 5);
  for (const [, languages] of clauses) assert.equal(languages, DRAFT_LANGUAGES.join('|'));
  assert.equal(written.match(/editorLangId/g)?.length, clauses.length);
});

test('the server reads each language as what it is', () => {
  for (const language of DRAFT_LANGUAGES) {
    assert.equal(languageOf(language) === 'plaintext', language === 'plaintext', language);
  }
});

test('a language that the manifest brings is read alike by its id and by the endings of its files', () => {
  const ids: readonly string[] = DRAFT_LANGUAGES;
  for (const { id, extensions } of manifest.contributes.languages) {
    assert.ok(ids.includes(id), id);
    for (const extension of extensions) {
      assert.equal(languageOf(extension.slice(1)), languageOf(id), extension);
    }
  }
});
