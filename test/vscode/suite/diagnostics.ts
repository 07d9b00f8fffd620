/** Diagnostics: what the sample report's errors look like in the editor, and that it says what the command line says. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as z from 'zod';
import {
  closeEditors,
  codeOf,
  diagnosticAt,
  openReport,
  waitForDiagnostics,
  workspaceFile,
} from './draft.ts';
import { extensionUnderTest } from './extension.ts';

/** The part of `corroborate check --format json` that the editor shows too. */
const commandLineClaim = z.object({
  line: z.number(),
  column: z.number(),
  code: z.string().nullable(),
  severity: z.enum(['error', 'warning', 'information', 'hint']).nullable(),
  message: z.string(),
});

const commandLineAnswer = z.object({
  drafts: z.array(z.object({ claims: z.array(commandLineClaim) })),
});

describe('diagnostics', () => {
  afterEach(closeEditors);

  it('mark the wrong number of soldiers, with the passage and the page of the rule', async () => {
    const report = await openReport();
    const diagnostic = await diagnosticAt(report, '850', 'figure-mismatch');
    assert.equal(report.getText(diagnostic.range), '850');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(diagnostic.message, /\b750\b/);
    assert.ok(typeof diagnostic.code === 'object' && /figure-mismatch/.test(diagnostic.code.target.path));
    const [passage] = diagnostic.relatedInformation ?? [];
    assert.ok(passage, 'the diagnostic points to a passage');
    const article = await vscode.workspace.openTextDocument(passage.location.uri);
    assert.match(article.getText(passage.location.range), /750/);
  });

  it('say what the command line says', async () => {
    const expected = await checkOnCommandLine(workspaceFile('report.md').fsPath);
    assert.ok(expected.length > 0);
    const report = await openReport();
    const shown = await waitForDiagnostics(`${expected.length} diagnostics`, report, (diagnostics) =>
      diagnostics.length >= expected.length ? diagnostics : null,
    );
    const found = shown.map((each) => {
      const { line, character } = each.range.start;
      const severity = vscode.DiagnosticSeverity[each.severity].toLowerCase();
      return `${line + 1}:${character + 1} ${severity} ${codeOf(each)} ${each.message}`;
    });
    assert.deepEqual(found.toSorted(), expected.toSorted());
  });

  it('follow the typing', async () => {
    const report = await openReport();
    const diagnostic = await diagnosticAt(report, '850', 'figure-mismatch');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(report.uri, diagnostic.range, '750');
    await vscode.workspace.applyEdit(edit);
    await waitForDiagnostics('the diagnostic to go', report, (diagnostics) =>
      diagnostics.every((each) => !each.range.contains(diagnostic.range.start)) ? true : null,
    );
  });
});

async function checkOnCommandLine(draft: string): Promise<string[]> {
  const program = join(extensionUnderTest().extensionPath, 'dist', 'cli.cjs');
  const args = [program, 'check', draft, '--corpus', workspaceFile('corpus').fsPath, '--format', 'json'];
  const stdout = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  }).then(
    () => assert.fail('the command line found nothing in the sample report'),
    // Exit code 1 says that there are findings, which is what the sample report is for.
    (error: { code?: unknown; stdout?: unknown }) =>
      error.code === 1 ? String(error.stdout) : Promise.reject(error),
  );
  const { drafts } = commandLineAnswer.parse(JSON.parse(stdout));
  return drafts
    .flatMap(({ claims }) => claims)
    .filter(({ severity }) => severity !== null)
    .map(({ line, column, code, severity, message }) => `${line}:${column} ${severity} ${code} ${message}`);
}
