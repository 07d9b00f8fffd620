/** Completion: of the sources of a citation that is typed, and of quotations. Figures are never completed. */

import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import * as z from 'zod';
import { toOffset } from './convert.ts';
import { checkedFor, type Session } from './session.ts';

export function registerCompletion(session: Session): void {
  if (!session.client.completion) return;
  const { connection } = session;
  connection.onCompletion(async ({ textDocument, position }, token): Promise<CompletionList | null> => {
    const document = session.documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { citationItems, isAsked, quoteItems } = await import('./completionItems.ts');
    const offset = toOffset(document, position);
    // Most of what is typed asks for nothing, and then nothing is checked for it.
    if (!isAsked(document.getText(), offset)) return null;
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    const cited = await citationItems(session, checked, offset);
    return cited ?? (await quoteItems(checked, offset));
  });
  connection.onCompletionResolve(async (item): Promise<CompletionItem> => {
    const data = dataSchema.safeParse(item.data);
    if (!data.success) return item;
    const { resolveItem } = await import('./completionItems.ts');
    return resolveItem(session, item, data.data);
  });
}

const dataSchema = z.object({
  /** The draft, and the article whose reference or passage is shown. */
  uri: z.string(),
  article: z.string().nullable(),
  /** What the draft or its bibliography says of the source. */
  note: z.string().nullable(),
  /** The passage that a quotation goes on with. */
  passage: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).nullable(),
});

/** What an item carries until its documentation is asked for. */
export type ItemData = z.infer<typeof dataSchema>;
