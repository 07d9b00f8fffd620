/** Paths: where the parts of the test harness and of the product lie in the checkout. */

import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '..', '..', '..');
export const HARNESS = join(PROJECT, 'test', 'vscode');

/** The npm project that holds nothing but code-server. */
export const SERVER_PROJECT = join(HARNESS, 'server');

/** VS Code's server inside code-server: the real workbench and extension host, without code-server's own front end. */
export const SERVED_VSCODE = join(SERVER_PROJECT, 'node_modules', 'code-server', 'lib', 'vscode');
export const SERVER_MAIN = join(SERVED_VSCODE, 'out', 'server-main.js');

/** A VS Code executable in the eyes of `@vscode/test-electron`. */
export const LAUNCHER = join(HARNESS, 'launcher.sh');

/** An extension without code: VS Code runs tests only beside an extension under development. */
export const EMPTY_EXTENSION = join(HARNESS, 'harness');

/** Where `bundleSuite` writes the suite. */
export const SUITE_BUNDLE = join(PROJECT, 'dist', 'test', 'vscode', 'suite.cjs');
