/**
 * Release check: packs the extension and looks at what was packed as the registries and their readers will.
 *
 * `npm run release:check` prints what is wrong, one line each, and exits 1; it reaches no network. docs/releasing.md has the
 * rest of a release.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import * as z from 'zod';
import { changelogProblems } from './release/changelog.ts';
import { iconProblems, manifestProblems } from './release/manifest.ts';
import { readmeProblems } from './release/readme.ts';
import { readVsix, type Vsix, vsixProblems } from './release/vsix.ts';

const ROOT = join(import.meta.dirname, '..');

const manifestSchema = z.looseObject({
  version: z.string(),
  icon: z.string(),
  repository: z.object({ url: z.string() }),
});

/** Packs into `folder`; `vscode:prepublish` builds, minified and without source maps. */
async function pack(folder: string): Promise<Vsix> {
  const packagePath = join(folder, 'corroborate.vsix');
  await createVSIX({ cwd: ROOT, packagePath, dependencies: false });
  return readVsix(packagePath);
}

async function problemsOf(vsix: Vsix): Promise<readonly string[]> {
  const textOf = (name: string): string => new TextDecoder().decode(vsix.files.get(name));
  const words = z.record(z.string(), z.string()).parse(JSON.parse(textOf('package.nls.json')));
  const raw: unknown = JSON.parse(textOf('package.json'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (words[key] ?? value);
  });
  const manifest = manifestSchema.parse(raw);
  const repository = manifest.repository.url.replace(/\.git$/, '');
  const addresses = { files: `${repository}/blob/HEAD/`, pictures: `${repository}/raw/HEAD/` };
  const expected = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  return [
    ...vsixProblems(vsix, expected),
    ...manifestProblems(raw),
    ...iconProblems(Buffer.from(vsix.files.get(manifest.icon) ?? [])),
    ...changelogProblems(textOf('changelog.md'), manifest.version),
    ...readmeProblems(textOf('readme.md'), addresses, (path) => existsSync(join(ROOT, path))),
    ...untold(manifest.version),
  ];
}

/** Pages that name the version to install. */
function untold(version: string): readonly string[] {
  return ['README.md', 'docs/ci.md'].flatMap((page) => {
    const named = readFileSync(join(ROOT, page), 'utf8').matchAll(/(?:corroborate-|\bv)(\d+\.\d+\.\d+)\b/g);
    return [...named].filter(([, other]) => other !== version).map(([text]) => `${page} names ${text}`);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'corroborate-release-'));
try {
  const vsix = await pack(folder);
  const problems = await problemsOf(vsix);
  for (const problem of problems) console.error(problem);
  console.log(
    `${vsix.files.size} files, ${(vsix.size / 1024 / 1024).toFixed(2)} MB, ${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
