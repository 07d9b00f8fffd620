#!/bin/sh
# Starts launcher.ts on the project's own Node, so that @vscode/test-electron can run it like a VS Code executable.
here=$(cd "$(dirname "$0")" && pwd)
exec "$here/../../node_modules/.bin/node" "$here/launcher.ts" "$@"
