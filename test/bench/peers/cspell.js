/** CSpell, measured: checks every draft it is sent, as its extension does after an edit, and answers with the time. */

import { getDefaultSettings, spellCheckDocument } from 'cspell-lib';

const settings = { ...(await getDefaultSettings()), enabledLanguageIds: ['markdown'] };

process.on('message', async (text) => {
  const start = performance.now();
  const document = { uri: 'file:///draft.md', text, languageId: 'markdown', locale: 'en' };
  await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, settings);
  process.send(performance.now() - start);
});
process.send('ready');
