/** The digest of the ledger, by Node's own cryptography. */

import { createHash } from 'node:crypto';
import type { Digest } from './decision.ts';

/** SHA-256 of the UTF-8 bytes of a text, as `sha256sum` prints it. */
export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
