/** The formats in which a check can be printed. */

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;

export type Format = (typeof FORMATS)[number];
