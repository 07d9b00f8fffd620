/** Places of a configuration file: absolute, and none outside of its folder where it is not trusted. */

import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { languageOf } from '../../../server/src/config/language.ts';
import {
  configuredBibliographies,
  configuredCorpus,
  withinFolder,
} from '../../../server/src/config/places.ts';

const FOLDER = resolve('/desk/project');
const file = {
  path: join(FOLDER, 'corroborate.config.json'),
  config: {
    corpus: ['sources', '../shared/**/*.txt', '..', '/etc', 'a/../../b', '..sources', 'a/../b'],
    citation: { style: 'citekey' as const, bibliography: ['refs.bib', '../others.bib'] },
    failOn: 'error' as const,
  },
};

suite('places that a configuration file names', () => {
  test('start at its folder', () => {
    assert.deepEqual(configuredCorpus(file).slice(0, 2), [
      join(FOLDER, 'sources'),
      resolve('/desk/shared/**/*.txt'),
    ]);
    assert.deepEqual(configuredBibliographies(file)[0], join(FOLDER, 'refs.bib'));
    assert.deepEqual(configuredBibliographies(null), []);
  });

  test('lie within it where it is not trusted, and everything else stays', () => {
    const { file: restricted, ignored } = withinFolder(file);
    assert.deepEqual(restricted.config, {
      corpus: ['sources', '..sources', 'a/../b'],
      citation: { style: 'citekey', bibliography: ['refs.bib'] },
      failOn: 'error',
    });
    assert.deepEqual(ignored, ['../shared/**/*.txt', '..', '/etc', 'a/../../b', '../others.bib']);
  });

  test('that all lie outside leave the default', () => {
    const outside = { path: file.path, config: { corpus: ['..'] } };
    assert.deepEqual(withinFolder(outside).file.config, {});
  });
});

test('the language of a draft is that of its extension where one is named', () => {
  const config = { language: { inc: 'latex' as const } };
  assert.equal(languageOf('/desk/a.inc', 'plaintext', config), 'latex');
  assert.equal(languageOf('file:///desk/a.inc', 'plaintext', config), 'latex');
  assert.equal(languageOf('/desk.inc/draft', 'markdown', config), 'markdown');
  assert.equal(languageOf('/desk/a.constructor', 'markdown', config), 'markdown');
  assert.equal(languageOf('/desk/a.inc', 'markdown', null), 'markdown');
});
