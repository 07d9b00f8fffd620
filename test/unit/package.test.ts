/** The package: what the VSIX holds, and that the manifest says what the code does. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { transform } from 'esbuild';
import * as z from 'zod';
import {
  severityProperties,
  severityWords,
  writtenProperties,
  writtenWords,
} from '../../scripts/severitySetting.ts';
import { manifestWords } from '../../scripts/strings.ts';
import { languageModelTools } from '../../scripts/toolManifest.ts';
import { parseSettings } from '../../server/src/lsp/settings.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Bytes. What a slow connection downloads in half a minute. */
const LARGEST_PACKAGE = 5 * 1024 * 1024;

const manifest = z
  .object({
    main: z.string(),
    bin: z.object({ corroborate: z.string() }),
    icon: z.string(),
    contributes: z.object({
      commands: z.array(
        z.object({ command: z.string(), title: z.string(), category: z.literal('Corroborate') }),
      ),
      menus: z.object({ commandPalette: z.array(z.object({ command: z.string(), when: z.string() })) }),
      configuration: z.array(
        z.object({
          title: z.string(),
          properties: z.record(
            z.string().startsWith('corroborate.'),
            z.looseObject({ default: z.unknown(), markdownDescription: z.string() }),
          ),
        }),
      ),
      languageModelTools: z.array(z.unknown()),
      views: z.record(z.string(), z.array(z.object({ id: z.string() }))),
      viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string(), when: z.string() })),
      walkthroughs: z.array(
        z.object({
          steps: z.array(z.object({ media: z.object({ markdown: z.string() }) })),
        }),
      ),
    }),
  })
  .parse(JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')));

/** A file as it is packed: `npm run package` minifies the bundles, which a build for tests leaves readable. */
async function packed(file: string): Promise<Uint8Array> {
  const contents = readFileSync(resolve(ROOT, file));
  if (!file.endsWith('.cjs')) return contents;
  const { code } = await transform(contents, { minify: true, platform: 'node', legalComments: 'none' });
  return new TextEncoder().encode(code);
}

describe('the VSIX', () => {
  it('holds the bundles, the sample and the pages, and nothing else', async () => {
    const files = (await listFiles({ cwd: ROOT, packageManager: PackageManager.None })).toSorted();
    const kinds = [
      /^package\.json$/,
      /^package\.nls\.json$/,
      /^package\.nls\.de\.json$/,
      /^l10n\/bundle\.l10n\.de\.json$/,
      /^(?:README|CHANGELOG)\.md$/,
      /^LICENSE$/,
      /^THIRD_PARTY_NOTICES\.txt$/,
      /^client\/media\/[a-z-]+\.svg$/,
      /^dist\/(?:client|server|protocol|languageServer|features|openSearchClient|cli|commandLine)\.cjs$/,
      /^dist\/[a-z]+(?:Thread|Process)\.cjs$/,
      /^schema\/corroborate\.config\.schema\.json$/,
      /^corpus\/[^/]+\.(?:txt|md)$/,
      /^docs\/rules\/[a-z-]+\.md$/i,
      /^docs\/sample\/report\.md$/,
      /^docs\/walkthrough\/[a-z]+\.md$/,
      /^docs\/images\/icon\.png$/,
    ];
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
    for (const kind of kinds)
      assert.ok(
        files.some((file) => kind.test(file)),
        `${kind} is there`,
      );
    // A VSIX is a zip: its files' deflated sizes add up to its own. Its bundles are made small when it is packed.
    const sizes = files.map(async (file) => gzipSync(await packed(file)).length);
    const size = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
    assert.ok(size < LARGEST_PACKAGE, `${size} bytes`);
  });

  it('holds every file that the manifest names', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    const media = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.map((step) => step.media.markdown),
    );
    for (const named of [manifest.main, manifest.bin.corroborate, manifest.icon, ...media]) {
      assert.ok(files.includes(named.replace(/^\.\//, '')), named);
    }
  });
});

describe('the manifest', () => {
  it('offers the severities of the rules as they are', () => {
    assert.deepEqual(writtenProperties(), severityProperties(), 'run `npm run docs`');
    assert.deepEqual(writtenWords(), severityWords(), 'run `npm run docs`');
  });

  it('offers the tools for assistants as they are', () => {
    const { languageModelTools: written } = manifest.contributes;
    assert.deepEqual(written, JSON.parse(JSON.stringify(languageModelTools())), 'run `npm run docs`');
  });

  it('has the defaults that the server has', () => {
    const properties = manifest.contributes.configuration.flatMap((group) =>
      Object.entries(group.properties),
    );
    // What is said of citations is kept as it is written, so that a default counts as said.
    const others = properties.filter(([name]) => !name.startsWith('corroborate.citation.'));
    const defaults = others.map(([name, { default: value }]) => {
      const [, group = '', member] = name.split('.');
      return [group, member === undefined ? value : { [member]: value }];
    });
    assert.deepEqual(parseSettings(Object.fromEntries(defaults)), parseSettings({}));
  });

  it('links only to commands that there are', () => {
    const ours = new Set(manifest.contributes.commands.map(({ command }) => command));
    const named = [
      ...manifest.contributes.menus.commandPalette.map(({ command }) => command),
      ...Object.values(manifestWords(null)).flatMap((words) =>
        [...String(words).matchAll(/command:([\w.]+)/g)].map(([, command = '']) => command),
      ),
    ].filter((command) => command.startsWith('corroborate.'));
    assert.ok(named.length > 4);
    assert.deepEqual(
      named.filter((command) => !ours.has(command)),
      [],
    );
  });
});

describe('the welcome of a view', () => {
  const words = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(resolve(ROOT, 'package.nls.json'), 'utf8')));
  const welcomes = manifest.contributes.viewsWelcome.map(({ contents, ...rest }) => ({
    ...rest,
    text: words[contents.slice(1, -1)] ?? '',
  }));

  it('is there for every view, in words, and leads to commands that there are', () => {
    const views = Object.values(manifest.contributes.views).flat();
    for (const { id } of views)
      assert.ok(
        welcomes.some(({ view, text }) => view === id && text !== ''),
        id,
      );
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { text } of welcomes) {
      assert.notEqual(text, '');
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)/g))
        assert.ok(own.has(command) || command.startsWith('workbench.action.'), command);
    }
  });

  it('is there for each state in which there is nothing to list', () => {
    const states = welcomes.flatMap(({ when }) =>
      [...when.matchAll(/corroborate\.(\w+) == ([\w-]+)/g)].map(([, key, state]) => `${key} ${state}`),
    );
    assert.deepEqual(states.toSorted(), [
      'claimsState no-articles',
      'claimsState no-claims',
      'claimsState no-draft',
      'claimsState off',
      'claimsState problem',
      'sourcesState none',
    ]);
    assert.ok(
      welcomes.some(({ when }) => when.startsWith('!corroborate.claimsState ||')),
      'before the first',
    );
  });
});
