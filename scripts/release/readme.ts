/** The README as the galleries of extensions show it: on a page of theirs, far from the files beside it. */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { visitParents } from 'unist-util-visit-parents';

/** Where relative links of a packed README lead to: files, and pictures as such. */
export interface RepositoryAddresses {
  readonly files: string;
  readonly pictures: string;
}

/**
 * What would be broken in the README that a VSIX holds, whose relative links were made absolute when it was packed.
 * `isInRepository` says whether a file, by its path from the root, is there.
 */
export function readmeProblems(
  text: string,
  { files, pictures }: RepositoryAddresses,
  isInRepository: (path: string) => boolean,
): readonly string[] {
  const problems: string[] = [];
  visitParents(fromMarkdown(text), (node) => {
    if (node.type === 'html')
      problems.push(`README.md has HTML, which galleries treat each in their own way: ${node.value}`);
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const { url } = node;
    const base = node.type === 'image' ? pictures : files;
    if (url.startsWith(base)) {
      const path = decodeURI(url.slice(base.length).replace(/[#?].*$/, '')).replace(/^\//, '');
      if (!isInRepository(path)) problems.push(`README.md: ${path} is not in the repository`);
    } else if (!/^https:\/\/|^#/.test(url)) {
      problems.push(`README.md: ${url} leads nowhere from a gallery; it takes https addresses only`);
    }
    if (node.type === 'image' && /\.svg(?:[?#]|$)/i.test(url))
      problems.push(`README.md: ${url}: galleries refuse SVG pictures`);
    if (node.type === 'image' && !node.alt)
      problems.push(`README.md: ${url} has no words for who cannot see it`);
  });
  return problems;
}
