import { identityOf } from './identity.mjs';
import { createService } from './service.mjs';
import { MemoryStore } from './stores/memory.mjs';

const log = (message) => process.stderr.write(`${message}\n`);
const store = await storeOf(process.env);
const server = createService({ identity: identityOf(process.env), store, log });
const port = Number(process.env.PORT ?? 8080);

// The image says 0.0.0.0; on a developer's machine loopback is enough.
server.listen(port, process.env.HOST ?? '127.0.0.1', () => log(`backend listens on port ${server.address().port}`));

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    // Requests that run are answered; connections that idle are closed, or they would outlive the grace period.
    server.close(() => store.close().then(() => process.exit(0)));
    server.closeIdleConnections();
  });
}

async function storeOf(env) {
  if (!env.DATABASE_URL) {
    log('DATABASE_URL is not set: everything is kept in memory and lost at the end.');
    return new MemoryStore();
  }
  const { connect } = await import('./stores/connect.mjs');
  return connect(env.DATABASE_URL);
}
