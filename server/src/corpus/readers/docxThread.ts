/** Entry of the thread that parses DOCX. */

import { parseDocx } from './docx/parse.ts';
import { serveParser } from './serveParser.ts';

serveParser(parseDocx);
