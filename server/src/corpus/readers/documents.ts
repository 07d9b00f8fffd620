/** PDF and Word documents, read in threads of their own. */

import { parseApart } from './parserThread.ts';
import type { Reader } from './reader.ts';

export const pdfReader: Reader = {
  extensions: ['pdf'],
  format: 'pdf',
  async *read(source, context) {
    yield await parseApart('pdf', source, context);
  },
};

export const wordReader: Reader = {
  extensions: ['docx'],
  format: 'docx',
  async *read(source, context) {
    yield await parseApart('docx', source, context);
  },
};
