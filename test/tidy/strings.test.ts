/** Strings: everything the client and the manifest say is kept apart from the code, and translated. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import {
  clientStrings,
  differentKeys,
  LANGUAGES,
  manifestWords,
  writtenStrings,
} from '../../scripts/strings.ts';

suite('strings of the client', () => {
  test('are collected for translators', async () => {
    const strings = await clientStrings();
    assert.ok(Object.keys(strings).length > 5);
    assert.deepEqual(writtenStrings(null), strings, 'run `npm run strings`');
  });

  for (const language of LANGUAGES)
    test(`are translated: ${language}`, () => {
      assert.deepEqual(differentKeys(writtenStrings(null), writtenStrings(language)), []);
      const english = Object.keys(writtenStrings(null));
      assertSameHoles(english.map((text) => [text, writtenStrings(language)[text]]));
    });
});

suite('words of the manifest', () => {
  test('are those that it names', () => {
    const named = new Set([...JSON.stringify(packageJson).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.ok(named.size > 20);
    assert.deepEqual([...named].sort(), Object.keys(manifestWords(null)).sort());
  });

  test('leave none in the manifest itself', () => {
    const said = new Set(
      'title shortTitle name displayName userDescription description markdownDescription contents'.split(' '),
    );
    const isText = (value: unknown): boolean =>
      typeof value === 'string' &&
      /[a-z]/i.test(value) &&
      !/^(?:%.*%|corroborate_\w+|Corroborate)$/.test(value);
    const untold: unknown[] = [];
    JSON.stringify(packageJson.contributes, (key, value: unknown) => {
      // What a language model is told is no word for people.
      if (key === 'inputSchema') return null;
      if (said.has(key)) untold.push(...[value].filter(isText));
      if (key.endsWith('Descriptions') && Array.isArray(value)) untold.push(...value.filter(isText));
      return value;
    });
    assert.deepEqual(untold, []);
  });

  for (const language of LANGUAGES)
    test(`are translated: ${language}`, () => {
      assert.deepEqual(differentKeys(manifestWords(null), manifestWords(language)), []);
      const english = Object.entries(manifestWords(null));
      assertSameHoles(english.map(([key, text]) => [String(text), manifestWords(language)[key]]));
    });

  test('say the severity that a rule has in German too', () => {
    const levels: Readonly<Record<string, string>> = {
      error: 'Fehler',
      warning: 'Warnung',
      information: 'Information',
      hint: 'Hinweis',
      off: 'aus',
    };
    const german = manifestWords('de');
    const wrong = Object.entries(manifestWords(null)).filter(([key, words]) => {
      const level = /Default: (\w+)\.$/.exec(String(words))?.[1];
      if (!key.startsWith('severity.') || level === undefined) return false;
      return !String(german[key]).endsWith(`Standard: ${levels[level]}.`);
    });
    assert.deepEqual(wrong, []);
  });
});

/** A translation has the placeholders, links and icons of its original: `{0}`, `command:…`, `$(check)`. */
function assertSameHoles(pairs: readonly (readonly [english: string, translated: unknown])[]): void {
  const holes = (text: string): readonly string[] =>
    [...text.matchAll(/\{\d+\}|command:[^)\s]+|\$\([a-z-]+\)/g)].map(([hole]) => hole).sort();
  for (const [english, translated] of pairs)
    assert.deepEqual(holes(String(translated)), holes(english), english);
}
