/** Decisions: what a person decided about a claim, as one line of the ledger says it, in the order of its keys. */

import * as z from 'zod';

/** Version of the format. A key that is added does not change it; one that changes its meaning or goes does. */
export const LEDGER_VERSION = 1;

/** Names a decision: the first 16 hexadecimal digits of the SHA-256 of its line without this key. */
const id = z.string().regex(/^[0-9a-f]{16}$/);

/** When it was decided, to the second and with the offset of the person's own time zone. */
const date = z.iso.datetime({ offset: true });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A passage that the person was shown: the article's name in the corpus and the SHA-256 of the passage's words. */
const passage = z.object({ article: z.string().min(1), sha256 });

export type SeenPassage = Readonly<z.infer<typeof passage>>;

const verification = z.object({
  version: z.literal(LEDGER_VERSION),
  action: z.literal('verify'),
  id,
  /** The draft as its path from the folder that holds `.corroborate`, with `/`. */
  draft: z.string().min(1),
  kind: z.enum(['figure', 'date', 'quote', 'attribution', 'name', 'citation', 'suppression']),
  /** The claim and its sentence as written, on one line. */
  claim: z.string().min(1),
  /** 1 for the first claim of this kind and these words in the sentence, 2 for the second. */
  occurrence: z.int().positive(),
  sentence: z.string(),
  verdict: z.enum(['supported', 'refuted', 'conflicting-evidence', 'not-enough-evidence']),
  /** What was reported; null where nothing was. A code of another version of Corroborate is kept as it is. */
  code: z.string().nullable(),
  reason: z.string().min(1),
  /** `Ann Reyes <ann@example.org>`, or the name alone. */
  person: z.string().min(1),
  date,
  passages: z.array(passage).readonly(),
  /** The decision that this one stands in for, when a claim is verified again. */
  replaces: id.nullable(),
});

/** A person stands for the claim. */
export type Verification = Readonly<z.infer<typeof verification>>;

const revocation = z.object({
  version: z.literal(LEDGER_VERSION),
  action: z.literal('revoke'),
  id,
  /** The decision that holds no longer. */
  revokes: id,
  person: z.string().min(1),
  date,
});

/** A verification is taken back. Lines are never changed, so this is a line of its own. */
export type Revocation = Readonly<z.infer<typeof revocation>>;

export type Decision = Verification | Revocation;

/** Reads the object of one line, and puts its keys in their order. */
export const decisionSchema = z.discriminatedUnion('action', [verification, revocation]);

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. Passed in, since pure folders know no cryptography. */
export type Digest = (text: string) => string;

/** A decision before it has its name. */
export type Undecided<D extends Decision = Decision> = D extends Decision ? Omit<D, 'id' | 'version'> : never;

/** The decision with its name, which follows from what it says. */
export function decisionOf(content: Undecided, digest: Digest): Decision {
  const named = decisionSchema.parse({ version: LEDGER_VERSION, ...content, id: UNNAMED });
  return { ...named, id: digest(JSON.stringify({ ...named, id: undefined })).slice(0, UNNAMED.length) };
}

const UNNAMED = '0'.repeat(16);

/** Words on one line: how claims, sentences and passages are compared, so that wrapping a paragraph changes nothing. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The person without the address behind the name. */
export function nameOf(person: string): string {
  const bracket = person.indexOf('<');
  return (bracket > 0 ? person.slice(0, bracket) : person).trim();
}
