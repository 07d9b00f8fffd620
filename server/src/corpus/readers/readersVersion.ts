/** The version of the readers, for indexes that are kept between sessions. */

/** Grows whenever a reader makes another article of the same file, so that everything is read again. Below 1,000. */
export const READERS_VERSION = 4;
