/** The changelog of a release: its newest version is the one that is packed, with a date and something to tell. */

import { fromMarkdown } from 'mdast-util-from-markdown';

/** What keeps `text` (Keep a Changelog 1.1.0) from being the changelog of `version`, one line each. */
export function changelogProblems(text: string, version: string): readonly string[] {
  const sections = sectionsOf(text);
  const problems: string[] = [];
  const [unreleased] = sections.filter(({ heading }) => heading === '[Unreleased]');
  if (unreleased?.hasEntries)
    problems.push('CHANGELOG.md has entries under [Unreleased]: put them under the version');
  const newest = sections.find(({ heading }) => heading !== '[Unreleased]');
  if (newest === undefined) return [...problems, `CHANGELOG.md has no heading for ${version}`];
  const named = /^\[?(\d+\.\d+\.\d+)\]? - (\d{4}-\d{2}-\d{2})$/.exec(newest.heading);
  if (named === null) problems.push(`CHANGELOG.md: “${newest.heading}” is not “[${version}] - YYYY-MM-DD”`);
  else if (named[1] !== version)
    problems.push(`CHANGELOG.md ends with ${named[1]}, package.json has ${version}`);
  if (!newest.hasEntries) problems.push(`CHANGELOG.md says nothing of ${version}`);
  return problems;
}

interface Section {
  readonly heading: string;
  readonly hasEntries: boolean;
}

/** The sections below headings of the second level, in order. */
function sectionsOf(text: string): readonly Section[] {
  const sections: { heading: string; hasEntries: boolean }[] = [];
  for (const node of fromMarkdown(text).children) {
    if (node.type === 'heading' && node.depth === 2) {
      const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
      const heading = text.slice(start.offset, end.offset).replace(/^##\s*/, '');
      sections.push({ heading, hasEntries: false });
    }
    const current = sections.at(-1);
    if (node.type === 'list' && current !== undefined) current.hasEntries = true;
  }
  return sections;
}
