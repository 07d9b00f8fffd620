/** Quiet marks of supported claims, for writers who want to see them: an underline, or a check in the margin. */

import {
  DecorationRangeBehavior,
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type Range,
  type TextDocument,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import type { ClaimsFeed } from './claimsFeed.ts';

type Marks = 'off' | 'underline' | 'gutter';

const SETTING = 'decorations.supported';

/** What is marked now. */
export interface SupportedMarks extends Disposable {
  /** The marks of a document that is shown, as they were drawn; undefined where marks are off. */
  of(document: TextDocument): readonly Range[] | undefined;
  /** Fires whenever marks are drawn, or turned on or off. */
  readonly onDidDraw: Event<void>;
}

export function markSupported(
  context: ExtensionContext,
  { client }: ServerConnection,
  feed: ClaimsFeed,
): SupportedMarks {
  let decoration: TextEditorDecorationType | undefined;
  const drawn = new WeakMap<TextDocument, readonly Range[]>();
  const didDraw = new EventEmitter<void>();

  const draw = (): void => {
    if (decoration === undefined) return;
    const { claims } = feed;
    for (const editor of window.visibleTextEditors) {
      const isShown = claims?.document === editor.document;
      // VS Code moves marks with the text; those of an older version come anew with the next check.
      if (isShown && claims.answer.version !== editor.document.version) continue;
      const ranges = (isShown ? claims.answer.claims : [])
        .filter(({ standing }) => standing === 'supported')
        .map(({ range }) => client.protocol2CodeConverter.asRange(range));
      editor.setDecorations(decoration, ranges);
      drawn.set(editor.document, ranges);
    }
    didDraw.fire();
  };
  const apply = (): void => {
    decoration?.dispose();
    decoration = decorationOf(context, readSetting());
    feed.want('supported marks', decoration === undefined ? 'not-wanted' : 'wanted');
    if (decoration === undefined) didDraw.fire();
    else draw();
  };
  apply();
  const listening = Disposable.from(
    didDraw,
    feed.onDidChange(draw),
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`corroborate.${SETTING}`)) apply();
    }),
  );
  return {
    of: (document) => (decoration === undefined ? undefined : (drawn.get(document) ?? [])),
    onDidDraw: didDraw.event,
    dispose() {
      listening.dispose();
      decoration?.dispose();
    },
  };
}

function readSetting(): Marks {
  const value = workspace.getConfiguration('corroborate').get(SETTING);
  return value === 'underline' || value === 'gutter' ? value : 'off';
}

function decorationOf(
  { extensionUri }: ExtensionContext,
  marks: Marks,
): TextEditorDecorationType | undefined {
  const icon = (name: string): Uri => Uri.joinPath(extensionUri, 'client', 'media', name);
  switch (marks) {
    case 'off':
      return undefined;
    case 'underline':
      return window.createTextEditorDecorationType({
        borderColor: new ThemeColor('corroborate.supported'),
        // Dotted, so that it is no squiggle of another colour.
        borderStyle: 'none none dotted none',
        borderWidth: '1px',
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      });
    case 'gutter':
      return window.createTextEditorDecorationType({
        dark: { gutterIconPath: icon('supported-dark.svg') },
        light: { gutterIconPath: icon('supported-light.svg') },
        gutterIconSize: '70%',
        rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      });
  }
}
