/** The state of a file: what tells whether it is as it was when it was read, without another look into it. */

export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** Time of the last change, in milliseconds since 1970, with fractions where the disk has them. */
  readonly mtime: number;
  /**
   * The same of whatever was changed, name and rights too, which no program can set back as it can `mtime`. 0 where the
   * disk has none.
   */
  readonly ctime: number;
}

/** A state that was noted, in tables or in memory. */
type Noted = { readonly [Key in keyof FileState]?: unknown };

/** Whether a file is now as was noted of it. */
export function isUnchanged(noted: Noted | undefined, { size, mtime, ctime }: FileState): boolean {
  return noted?.size === size && noted.mtime === mtime && noted.ctime === ctime;
}
