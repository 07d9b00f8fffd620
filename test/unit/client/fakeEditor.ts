/** A fake editor: as much of VS Code’s API as asks for credentials, played by the test. Stands in for the module `vscode`. */

/** What the editor holds and shows. */
export interface FakeEditor {
  /** The setting `corroborate.archive.url`. */
  url: string;
  /** What is typed into the next input boxes; undefined for Escape. */
  typed: (string | undefined)[];
  /** The prompts of the input boxes that were shown, and whether what is typed is hidden. */
  asked: { readonly prompt: string; readonly isHidden: boolean }[];
  messages: string[];
  readonly commands: Map<string, (given?: unknown) => Promise<void>>;
}

/** For the test to set and to read. */
export const editor: FakeEditor = { url: '', typed: [], asked: [], messages: [], commands: new Map() };

const nothing = { dispose(): void {} };

export const commands = {
  registerCommand(name: string, run: (given?: unknown) => Promise<void>) {
    editor.commands.set(name, run);
    return nothing;
  },
};

export const window = {
  async showInputBox({ prompt, password }: { readonly prompt: string; readonly password?: boolean }) {
    editor.asked.push({ prompt, isHidden: password === true });
    return editor.typed.shift();
  },
  async showInformationMessage(message: string) {
    editor.messages.push(message);
  },
};

export const workspace = {
  getConfiguration: () => ({ get: () => editor.url }),
  onDidChangeConfiguration: () => nothing,
};

export const l10n = {
  t: (text: string, ...given: readonly string[]) => text.replace('{0}', given[0] ?? ''),
};
