/**
 * Docs: writes docs/rules/<code>.md and its index from the table of rules.
 *
 * `node scripts/docs.ts` writes; with `--check` it writes nothing and exits 1 when a page is missing, stale or left over.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { RULES } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';

const folder = new URL('../docs/rules/', import.meta.url);
const pages = new Map([
  ...RULES.map((rule) => [`${rule.code}.md`, page(rule)] as const),
  ['README.md', overview()],
]);

if (process.argv.includes('--check')) check();
else write();

function page(rule: Rule): string {
  return `<!-- Made by scripts/docs.ts from server/src/rules/${rule.code}.ts. Edit that file instead. -->

# ${rule.code}

${rule.title}. ${loudness(rule)}

${rule.explanation}

## Example

The example is run as a test: the carets mark what is reported, in quotation marks stands a part of what is said,
and behind \`=>\` what the quick fix writes.

${rule.example}
`;
}

function loudness({ severity }: Rule): string {
  return severity === null ? 'Off by default.' : `Severity: ${severity}.`;
}

function overview(): string {
  const rows = RULES.map(
    ({ code, title, severity }) => `| [${code}](${code}.md) | ${title} | ${severity ?? 'off'} |`,
  );
  return `<!-- Made by scripts/docs.ts from server/src/rules. -->

# What Corroborate reports

Every problem has a code that stays the same from version to version. Change how loud a code is with the setting
\`corroborate.severity\`.

| Code | What it says | Severity |
|---|---|---|
${rows.join('\n')}
`;
}

function write(): void {
  mkdirSync(folder, { recursive: true });
  for (const name of leftOver()) rmSync(new URL(name, folder));
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
  console.log(`${pages.size} pages written`);
}

function check(): void {
  const stale = [...pages].filter(([name, text]) => textOf(name) !== text).map(([name]) => name);
  const wrong = [...stale, ...leftOver()];
  if (wrong.length === 0) return;
  console.error(`docs/rules is stale: ${wrong.join(', ')}. Run \`npm run docs\`.`);
  process.exitCode = 1;
}

function textOf(name: string): string | null {
  try {
    return readFileSync(new URL(name, folder), 'utf8');
  } catch {
    return null;
  }
}

function leftOver(): string[] {
  try {
    return readdirSync(folder).filter((name) => !pages.has(name));
  } catch {
    return [];
  }
}
