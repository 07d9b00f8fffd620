/** The schema of SARIF 2.1.0, for the tests of what we write in that format. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import * as z from 'zod';

/** What the schema has against a log; nothing for one that is valid. */
export const sarifProblems: (log: unknown) => readonly unknown[] = (() => {
  const text = readFileSync(new URL('sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8');
  // Draft 4 differs from what Ajv reads only in these two keys, as far as this schema goes.
  const { $schema, id, ...schema } = z
    .looseObject({ $schema: z.string(), id: z.string() })
    .parse(JSON.parse(text));
  assert.match(`${$schema} ${id}`, /draft-04.*sarif-2\.1\.0/);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default.default(ajv);
  const validate = ajv.compile(schema);
  return (log) => (validate(log) ? [] : (validate.errors ?? []));
})();
