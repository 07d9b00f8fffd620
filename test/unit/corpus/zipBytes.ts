/** Bytes of ZIP files as other programs write them, and as damage and malice leave them. */

import assert from 'node:assert/strict';

/** The archive with other names, as long as those before. */
export function renamed(archive: Uint8Array, names: Readonly<Record<string, string>>): Uint8Array {
  return Object.entries(names).reduce(
    (bytes, [before, after]) => withBytes(bytes, Buffer.from(before), Buffer.from(after)),
    archive,
  );
}

/** The archive with other bytes wherever some stand, as many as those. */
export function withBytes(archive: Uint8Array, before: Buffer, after: Buffer): Uint8Array {
  assert.equal(before.length, after.length);
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(before); at !== -1; at = bytes.indexOf(before, at + before.length))
    after.copy(bytes, at);
  return bytes;
}

/** The archive of one file without the flag for names in UTF-8. */
export function withoutFlag(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  for (const [signature, offset] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    const at = bytes.indexOf(signature, 0, 'latin1') + offset;
    bytes.writeUInt16LE(bytes.readUInt16LE(at) & ~0x800, at);
  }
  return bytes;
}

/** The archive with another size declared for the member of `size` bytes. */
export function withSize(archive: Uint8Array, size: number, declared: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const written = Buffer.alloc(4);
  written.writeUInt32LE(size);
  for (let at = bytes.indexOf(written); at !== -1; at = bytes.indexOf(written, at + 4))
    bytes.writeUInt32LE(declared, at);
  return bytes;
}

/** The archive with the flag of encryption set in every header. */
export function encrypted(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const flagAt = (signature: string, offset: number): void => {
    const at = bytes.indexOf(signature, 0, 'latin1');
    bytes.writeUInt16LE(bytes.readUInt16LE(at + offset) | 1, at + offset);
  };
  flagAt('PK\x03\x04', 6);
  flagAt('PK\x01\x02', 8);
  return bytes;
}
