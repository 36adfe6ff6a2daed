import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

/**
 * A package registry on loopback for `npm audit`: it answers the audit from the advisories in a file (none without one)
 * and sends npm to the public registry for everything else. Prints its port. The document that npm makes of the answer
 * is then npm's own.
 *
 * node registry.mjs [ADVISORIES.json]
 */
const PUBLIC = 'https://registry.npmjs.org';
const advisories = process.argv[2] ? JSON.parse(await readFile(process.argv[2], 'utf8')) : {};

const server = createServer((request, response) => {
  request.resume();
  if (request.method === 'POST' && request.url.endsWith('/security/advisories/bulk')) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(advisories));
    return;
  }
  response.writeHead(307, { Location: PUBLIC + request.url }).end();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
