/** The release check: what each part of it finds, and that it finds nothing in what is right. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import packageJson from '../../../package.json' with { type: 'json' };
import { changelogProblems } from '../../../scripts/release/changelog.ts';
import { iconProblems, manifestProblems } from '../../../scripts/release/manifest.ts';
import { readmeProblems } from '../../../scripts/release/readme.ts';
import { vsixProblems } from '../../../scripts/release/vsix.ts';

const CHANGELOG = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
const ICON = readFileSync(new URL(`../../../${packageJson.icon}`, import.meta.url));

suite('the changelog of a release', () => {
  const log = (...sections: readonly string[]): string => ['# Changelog', ...sections].join('\n\n');

  test('ends with the version, its date and what is new', () => {
    const right = log(
      '## [Unreleased]',
      '## [1.2.0] - 2026-01-31',
      '### Added',
      '- Something.',
      '## [1.1.0] - 2025-12-01',
    );
    assert.deepEqual(changelogProblems(right, '1.2.0'), []);
    assert.match(changelogProblems(right, '1.3.0').join(), /ends with 1\.2\.0, package\.json has 1\.3\.0/);
  });

  test('has nothing left over, no heading without a date and no version without a word', () => {
    const left = log('## [Unreleased]', '- Something.', '## [1.2.0] - 2026-01-31', '- More.');
    assert.match(changelogProblems(left, '1.2.0').join(), /under \[Unreleased\]/);
    assert.match(
      changelogProblems(log('## [1.2.0]', '- More.'), '1.2.0').join(),
      /is not “\[1\.2\.0\] - YYYY/,
    );
    assert.match(
      changelogProblems(log('## [1.2.0] - 2026-01-31'), '1.2.0').join(),
      /says nothing of 1\.2\.0/,
    );
    assert.match(changelogProblems(log(), '1.2.0').join(), /no heading for 1\.2\.0/);
  });

  test('is what this version has, once nothing is left over', () => {
    // Between releases there are entries under Unreleased; the check of a release is what refuses them.
    const problems = changelogProblems(CHANGELOG, packageJson.version);
    assert.deepEqual(
      problems.filter((problem) => !problem.includes('[Unreleased]')),
      [],
    );
  });
});

suite('the README in a gallery', () => {
  const addresses = {
    files: 'https://example.org/repo/blob/HEAD/',
    pictures: 'https://example.org/repo/raw/HEAD/',
  };
  const problems = (text: string): string =>
    readmeProblems(text, addresses, (path) => path === 'docs/page.md' || path === 'docs/a picture.png').join(
      '\n',
    );

  test('leads to files that are there', () => {
    const text = `![Words](${addresses.pictures}docs/a%20picture.png) and [a page](${addresses.files}docs/page.md#part)`;
    assert.equal(problems(`${text}, [one](https://example.com), [here](#part)`), '');
    assert.match(
      problems(`[gone](${addresses.files}docs/gone.md)`),
      /docs\/gone\.md is not in the repository/,
    );
  });

  test('has no picture that is refused or says nothing, no relative link and no HTML', () => {
    assert.match(problems('![a](https://example.com/a.svg)'), /refuse SVG/);
    assert.match(problems(`![](${addresses.pictures}docs/a%20picture.png)`), /has no words/);
    assert.match(problems('[page](docs/page.md)'), /leads nowhere/);
    assert.match(problems('[page](http://example.com)'), /leads nowhere/);
    assert.match(problems('<img src="x.png">'), /has HTML/);
  });
});

suite('the manifest in the registries', () => {
  const right = { ...packageJson, description: 'Checks drafts.' };

  test('has what both ask for', () => {
    assert.deepEqual(manifestProblems(right), []);
    assert.deepEqual(iconProblems(ICON), []);
  });

  test('is refused without it', () => {
    const { license: _, ...unlicensed } = right;
    assert.match(manifestProblems(unlicensed).join(), /license/);
    assert.match(manifestProblems({ ...right, categories: ['Journalism'] }).join(), /categories\.0/);
    assert.match(manifestProblems({ ...right, version: '1.2.0-beta' }).join(), /version: .*three numbers/);
    assert.match(manifestProblems({ ...right, icon: 'icon.svg' }).join(), /icon/);
    assert.match(manifestProblems({ ...right, keywords: Array(31).fill('a') }).join(), /keywords/);
    assert.match(manifestProblems({ ...right, enabledApiProposals: ['x'] }).join(), /enabledApiProposals/);
  });

  test('has a square icon that is large enough', () => {
    const small = Buffer.from(ICON);
    small.writeUInt32BE(64, 16);
    assert.match(iconProblems(small).join(), /64 by 256/);
    assert.match(iconProblems(Buffer.from('<svg/>')).join(), /no PNG/);
  });
});

suite('the VSIX', () => {
  const vsix = (...names: readonly string[]) => ({
    size: 1000,
    files: new Map(names.map((name) => [name, new Uint8Array()])),
  });

  test('holds what is meant to ship and no more', () => {
    assert.deepEqual(
      vsixProblems(vsix('readme.md', 'LICENSE.txt', 'dist/a.cjs'), ['README.md', 'LICENSE', 'dist/a.cjs']),
      [],
    );
    const problems = vsixProblems(vsix('dist/a.cjs.map'), ['dist/a.cjs']).join('\n');
    assert.match(problems, /lacks dist\/a\.cjs/);
    assert.match(problems, /not meant to ship/);
    assert.match(problems, /source map/);
    assert.match(vsixProblems({ ...vsix(), size: 6 * 1024 * 1024 }, []).join(), /bytes/);
  });
});
