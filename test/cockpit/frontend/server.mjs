import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createService } from './server/service.mjs';

/** Serves `dist/`, which `npm run build` makes: all of it is read once, so nothing on disk can be asked for by path. */
const dist = new URL('./dist/', import.meta.url);
const log = (message) => process.stderr.write(`${message}\n`);
const identity = {
  service: process.env.AUSTA_SERVICE || 'frontend',
  colour: process.env.AUSTA_COLOUR || 'none',
  revision: process.env.AUSTA_REVISION || '0',
};

const server = createService({ identity, files: await filesIn(dist) });
// The image says 0.0.0.0; on a developer's machine loopback is enough.
server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
  log(`frontend listens on port ${server.address().port}`);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

async function filesIn(folder) {
  try {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    const root = fileURLToPath(folder);
    return new Map(await Promise.all(files.map((entry) => read(root, entry))));
  } catch (failure) {
    log(`There is nothing to serve: ${failure.message}. Run "npm run build" first.`);
    return process.exit(1);
  }
}

async function read(root, entry) {
  const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
  return [path.slice(root.length - 1).replace(/^\/+/, '/'), await readFile(path)];
}
