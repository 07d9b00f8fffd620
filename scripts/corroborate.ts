/** `npm run -s corroborate -- …`: runs the built command line, building it first when a source is newer. */

import { spawnSync } from 'node:child_process';
import { freshBuild } from './freshBuild.ts';

const { status, signal, error } = spawnSync(
  process.execPath,
  [await freshBuild(), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
if (error !== undefined) throw error;
if (signal !== null) process.kill(process.pid, signal);
process.exitCode = status ?? 2;
