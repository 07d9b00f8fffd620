/** A server of the bare protocol: answers `initialize` and nothing else. The least that a start of Node's can take. */

const EMPTY = JSON.stringify({ jsonrpc: '2.0', id: 0, result: { capabilities: {} } });

process.stdin.once('data', () => {
  process.stdout.write(`Content-Length: ${EMPTY.length}\r\n\r\n${EMPTY}`);
});
