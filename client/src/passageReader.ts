/** Opens articles at a passage: beside the draft, safe from edits by accident, the passage marked until one moves on. */

import {
  commands,
  type Disposable,
  type Range,
  Selection,
  type Tab,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PassageItem } from '../../server/src/lsp/viewProtocol.ts';

/** Where a passage stands. */
export interface PassageTarget {
  readonly uri: Uri;
  /** What is marked, and what is selected in it. */
  readonly range: Range;
  readonly selection: Range;
}

/** The target of a passage as the server tells it. */
export function passageTarget(
  { protocol2CodeConverter: { asUri, asRange } }: LanguageClient,
  { uri, range, selection }: Pick<PassageItem, 'uri' | 'range' | 'selection'>,
): PassageTarget {
  return { uri: asUri(uri), range: asRange(range), selection: asRange(selection) };
}

export interface PassageReader extends Disposable {
  open(target: PassageTarget): Promise<TextEditor>;
  /** Opens an article at its beginning. */
  read(uri: Uri): Promise<TextEditor>;
}

export function createPassageReader(): PassageReader {
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('corroborate.passageBackground'),
    // High contrast themes have no backgrounds of their own: there the border marks the passage.
    borderColor: new ThemeColor('corroborate.passageBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
    overviewRulerColor: new ThemeColor('corroborate.passageBackground'),
  });
  let marked: { readonly editor: TextEditor; readonly range: Range } | null = null;

  const clear = (): void => {
    marked?.editor.setDecorations(mark, []);
    marked = null;
  };
  const moved = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (marked?.editor !== textEditor) return;
    const { range } = marked;
    if (!selections.every((selection) => range.contains(selection))) clear();
  });

  return {
    async open({ uri, range, selection }) {
      const editor = await show(uri, { from: selection });
      clear();
      marked = { editor, range };
      editor.setDecorations(mark, [range]);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
      return editor;
    },
    read: (uri) => show(uri, null),
    dispose() {
      moved.dispose();
      mark.dispose();
    },
  };
}

async function show(uri: Uri, selected: { readonly from: Range } | null): Promise<TextEditor> {
  const known = tabOf(uri);
  const column = known?.group.viewColumn ?? ViewColumn.Beside;
  const editor = await window.showTextDocument(uri, {
    viewColumn: column,
    preview: true,
    ...(selected !== null && { selection: new Selection(selected.from.start, selected.from.end) }),
  });
  // An article is evidence. Whoever opened it to work on it before keeps it as it is; VS Code says how to undo this.
  if (known === undefined)
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  return editor;
}

/** The tab in which a text document is open, if it is. */
export function tabOf(uri: Uri): Tab | undefined {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
