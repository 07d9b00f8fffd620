/** Addresses of archives: what a user may write as the address of one, and what is not safe to ask. */

/** Where an archive is. */
export interface ArchiveAddress {
  /** The origins of the nodes of its cluster, at least one: `https://search.example:9200`. */
  readonly nodes: readonly string[];
  /** Its name in the cluster. */
  readonly name: string;
}

export type AddressReading =
  | { readonly kind: 'address'; readonly address: ArchiveAddress }
  /** Completes the sentence “the address of the archive …”. */
  | { readonly kind: 'problem'; readonly problem: string };

/** The name of an archive whose address has none. */
const DEFAULT_NAME = 'corroborate';

/** What OpenSearch takes as the name of an index, and little enough that it cannot mean several. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,79}$/;

/**
 * Reads the address as it is written: `https://search.example:9200/news`, or those of several nodes with commas between
 * them. The path names the archive. Without encryption only this machine is asked, and names and passwords do not
 * belong into an address, which is shown and logged.
 */
export function readArchiveAddress(written: string): AddressReading {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return problem('is empty');
  const nodes: string[] = [];
  const names = new Set<string>();
  for (const part of parts) {
    const url = URL.parse(part);
    const wrong = url === null ? 'is no URL' : problemOf(url);
    if (url === null || wrong !== null) return problem(wrong ?? 'is no URL');
    nodes.push(url.origin);
    names.add(nameOf(url));
  }
  const [name = DEFAULT_NAME, other] = names;
  if (other !== undefined) return problem(`names two archives, ${name} and ${other}`);
  if (!NAME.test(name)) {
    return problem('must end in the name of the archive: small letters, digits, hyphens and underscores');
  }
  return { kind: 'address', address: { nodes: [...new Set(nodes)], name } };
}

/** The address as users are shown it. */
export function shownAddress({ nodes, name }: ArchiveAddress): string {
  return `${nodes[0] ?? ''}/${name}`;
}

function problem(text: string): AddressReading {
  return { kind: 'problem', problem: text };
}

function problemOf(url: URL): string | null {
  if (url.username !== '' || url.password !== '') return 'must hold no name and no password';
  if (url.search !== '' || url.hash !== '') return 'must end with its path';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'must begin with https://';
  return isLoopback(url.hostname) ? null : 'must begin with https:// unless it is on this machine';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function nameOf({ pathname }: URL): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return path === '' ? DEFAULT_NAME : path;
}
