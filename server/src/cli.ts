#!/usr/bin/env node
/** Entry of the command line: looks at the Node.js version, turns the compile cache on, then loads the rest. */

import { enableCompileCache } from 'node:module';
import { outdatedNode } from './cli/nodeVersion.ts';

const problem = outdatedNode(process.versions.node);
if (problem === null) {
  // The cache serves files that are loaded after it, so the command line is built into a file of its own.
  enableCompileCache();
  void import('./cli/start.ts');
} else {
  process.stderr.write(`corroborate: ${problem}\n`);
  process.exitCode = 2;
}
