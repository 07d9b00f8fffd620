/** Entry of the thread that parses mails. */

import { parseMail } from './email/parse.ts';
import { serveParser } from './serveParser.ts';

serveParser(parseMail);
