/** Keystrokes: the edits that the benches time, one after another all over a draft. */

/** What a writer puts in: a letter, a word, a figure. Each changes one sentence. */
const INSERTED = ['s', ' more', ' 17'] as const;
/** Steps of the golden ratio come near every place of the draft, and seldom twice near the same. */
const STEP = 0.618034;

/** Where the `number`-th edit goes, the end of a word, and what it puts there. */
export function keystroke(text: string, number: number): { readonly at: number; readonly inserted: string } {
  const somewhere = Math.floor(((number * STEP) % 1) * text.length);
  const blank = text.indexOf(' ', somewhere);
  return { at: blank === -1 ? somewhere : blank, inserted: INSERTED[number % INSERTED.length] ?? 's' };
}

/** The text after the `number`-th edit. */
export function edited(text: string, number: number): string {
  const { at, inserted } = keystroke(text, number);
  return text.slice(0, at) + inserted + text.slice(at);
}
