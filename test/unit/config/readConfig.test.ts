/** The configuration file: what it may say, and that every mistake is named with its line and key. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../server/src/config/readConfig.ts';

/** The problems as one line each. */
function problemsIn(text: string): readonly string[] {
  const reading = readConfig(text);
  assert.equal(reading.kind, 'problems');
  return reading.kind === 'problems'
    ? reading.problems.map(({ line, message }) => `${line}: ${message}`)
    : [];
}

suite('a configuration file', () => {
  test('says where the articles are and how loud findings are', () => {
    const text = `{
      "$schema": "schema.json",
      "corpus": "sources",
      "severity": { "figure-not-found": "information", "spelling": "off" },
      "citation": { "style": "citekey", "bibliography": "refs.bib" },
      "failOn": "error",
      "language": { "inc": "markdown" }
    }`;
    assert.deepEqual(readConfig(text), {
      kind: 'config',
      config: {
        corpus: ['sources'],
        severity: { 'figure-not-found': 'information', spelling: 'off' },
        citation: { style: 'citekey', bibliography: 'refs.bib' },
        failOn: 'error',
        language: { inc: 'markdown' },
      },
    });
    assert.deepEqual(readConfig('{}'), { kind: 'config', config: {} });
  });

  test('names the line and the key of each mistake', () => {
    const text = `{
  "corpus": [
    "a",
    7
  ],
  "severity": {
    "spelling": "loud",
    "speling": "off"
  },
  "archive": "http://localhost:9200"
}`;
    const found = problemsIn(text);
    assert.equal(found.length, 4);
    const of = (key: string): string => found.find((problem) => problem.includes(`: ${key}: `)) ?? '';
    assert.match(of('corpus'), /^2: corpus: /);
    assert.match(of('severity.spelling'), /^7: .*"warning"/);
    assert.match(of('severity.speling'), /^8: /);
    assert.equal(of('archive'), '10: archive: there is no such key');
  });

  test('names the line where JSON breaks off', () => {
    assert.match(problemsIn('{\n  "corpus": ["a",\n}')[0] ?? '', /^3: no valid JSON: /);
    assert.match(problemsIn('{\n  // a note\n  "failOn": "never"\n}')[0] ?? '', /^2: no valid JSON: /);
    assert.match(problemsIn('')[0] ?? '', /^1: no valid JSON: /);
    assert.match(problemsIn('[]')[0] ?? '', /^1: /);
  });

  test('of any text is read or refused, and never throws', () => {
    const json = fc.json().map((text) => text);
    fc.assert(
      fc.property(fc.oneof(fc.string(), json), (text) => {
        const reading = readConfig(text);
        if (reading.kind === 'problems') assert.ok(reading.problems.length > 0);
      }),
    );
  });
});
