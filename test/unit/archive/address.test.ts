/** Addresses of archives, the credentials for them, and who may set them. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };
import { readConfig } from '../../../server/src/config/readConfig.ts';
import { readArchiveAddress } from '../../../server/src/corpus/archive/address.ts';
import { credentialsFrom } from '../../../server/src/corpus/archive/credentials.ts';
import { parseSettings } from '../../../server/src/lsp/settings.ts';

describe('the address of an archive', () => {
  test('names nodes and the archive', () => {
    assert.deepEqual(readArchiveAddress('https://a.example:9200/news, https://b.example/news/'), {
      kind: 'address',
      address: { nodes: ['https://a.example:9200', 'https://b.example'], name: 'news' },
    });
    assert.deepEqual(readArchiveAddress('https://a.example'), {
      kind: 'address',
      address: { nodes: ['https://a.example'], name: 'corroborate' },
    });
  });

  test('is asked without encryption on this machine only', () => {
    for (const host of ['localhost:9200', '127.0.0.1:9200', '[::1]:9200'])
      assert.equal(readArchiveAddress(`http://${host}/news`).kind, 'address', host);
    for (const host of ['search.example', '127.0.0.1.example', 'localhost.example', '10.0.0.1', '[::2]'])
      assert.equal(readArchiveAddress(`http://${host}/news`).kind, 'problem', host);
  });

  for (const [written, problem] of [
    ['', /is empty/],
    ['news', /is no URL/],
    ['ftp://a.example/news', /begin with https/],
    ['https://ann:secret@a.example/news', /no name and no password/],
    ['https://a.example/news?x=1', /end with its path/],
    ['https://a.example/News', /small letters/],
    ['https://a.example/a,https://a.example/b', /two archives/],
    ['https://a.example/_all', /small letters/],
    ['https://a.example/a/b', /small letters/],
  ] as const) {
    test(`is not ${written || 'nothing'}`, () => {
      const reading = readArchiveAddress(written);
      assert.equal(reading.kind, 'problem');
      if (reading.kind === 'problem') assert.match(reading.problem, problem);
    });
  }
});

describe('credentials', () => {
  test('come from the environment, a token before a password', () => {
    const named = { CORROBORATE_ARCHIVE_USER: 'ann', CORROBORATE_ARCHIVE_PASSWORD: 'secret' };
    assert.deepEqual(credentialsFrom({}), { kind: 'none' });
    assert.deepEqual(credentialsFrom(named), { kind: 'password', user: 'ann', password: 'secret' });
    assert.deepEqual(credentialsFrom({ ...named, CORROBORATE_ARCHIVE_TOKEN: 't' }), {
      kind: 'token',
      token: 't',
    });
  });
});

describe('the setting', () => {
  test('gives the archive, and none where it is empty', () => {
    assert.equal(
      parseSettings({ archive: { url: 'https://a.example/news' } }).settings.archive?.name,
      'news',
    );
    for (const archive of [undefined, {}, { url: '' }, { url: null }])
      assert.equal(parseSettings({ archive }).settings.archive, null);
  });

  test('that is wrong stops the checks and does not have a folder stand in', () => {
    const { settings, problems } = parseSettings({ archive: { url: 'http://a.example/news' } });
    assert.equal(settings.archive, null);
    assert.match(settings.problem ?? '', /^corroborate\.archive\.url: the address of the archive must begin/);
    assert.deepEqual(problems, [settings.problem]);
  });

  test('is that of the machine: no workspace and no file of a project sets it', () => {
    const properties = packageJson.contributes.configuration.flatMap((group) =>
      Object.entries(group.properties),
    );
    const setting = new Map<string, { readonly scope?: string }>(properties).get('corroborate.archive.url');
    assert.equal(setting?.scope, 'machine');
    const { restrictedConfigurations } = packageJson.capabilities.untrustedWorkspaces;
    assert.ok(restrictedConfigurations.includes('corroborate.archive.url'));
    for (const text of [
      '{ "archive": { "url": "https://a.example" } }',
      '{ "archive.url": "https://a.example" }',
    ]) {
      const reading = readConfig(text);
      assert.equal(reading.kind, 'problems');
      if (reading.kind === 'problems')
        assert.match(reading.problems[0]?.message ?? '', /there is no such key/);
    }
  });
});
