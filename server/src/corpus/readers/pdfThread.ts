/** Entry of the thread that parses PDF. */

import { parsePdf } from './pdf/parse.ts';
import { serveParser } from './serveParser.ts';

serveParser(parsePdf);
