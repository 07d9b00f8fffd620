/** Entry of the thread that parses HTML. */

import { parseHtml } from './html/parse.ts';
import { serveParser } from './serveParser.ts';

serveParser(parseHtml);
