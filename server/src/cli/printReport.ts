/** Prints a check report in the format that was asked for. */

import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import type { CheckReport } from '../report/checkReport.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { prettyReport } from '../report/pretty.ts';
import { type SarifSurroundings, sarifReport } from '../report/sarif.ts';
import { publishedRulePage } from '../rules/rulePage.ts';
import type { Format } from './formats.ts';
import { colourFor, DEFAULT_COLUMNS, type Terminal } from './terminal.ts';

/** The report as it goes to standard output. Paths are those from the working directory where they lie below it. */
export function printReport(report: CheckReport, format: Format, terminal: Terminal): string {
  const shownPath = (path: string): string => wayBelow(terminal.cwd, path) ?? path;
  switch (format) {
    case 'json':
      return jsonReport(report, shownPath);
    case 'sarif':
      return sarifReport(report, surroundings(terminal));
    case 'github':
      return githubReport(report, (path) => shownPath(path).split(sep).join('/'));
    case 'pretty':
      return prettyReport(report, {
        colour: colourFor(terminal),
        width: terminal.columns ?? DEFAULT_COLUMNS,
        shownPath,
      });
  }
}

function surroundings({ cwd }: Terminal): SarifSurroundings {
  return {
    version: packageJson.version,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    rulePage: publishedRulePage,
    locate(path) {
      const way = wayBelow(cwd, path);
      return way === null
        ? { uri: pathToFileURL(path).href, place: 'elsewhere' }
        : { uri: way.split(sep).map(encodeURIComponent).join('/'), place: 'below' };
    },
  };
}

/** The path from `folder`, or null when `path` does not lie below it. */
function wayBelow(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || way === path ? null : way;
}
