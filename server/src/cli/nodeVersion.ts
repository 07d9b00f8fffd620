/** The Node.js version: whether the one that runs this is recent enough, so that an old one gives a sentence and no stack. */

/** The oldest version the bundles are built for, `[major, minor]`; package.json says the same. */
export const OLDEST_NODE: readonly [number, number] = [22, 15];

/** What to tell the user when `version` (`process.versions.node`) is too old, as one line; null when it will do. */
export function outdatedNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Node.js ${oldestMajor}.${oldestMinor} or later is needed; this is ${version}`;
}
