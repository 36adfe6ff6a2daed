import { createService } from '../src/service.mjs';
import { MemoryStore } from '../src/stores/memory.mjs';

/** A service on a free loopback port for one test; the test's end closes it. */
export async function started(test, store = new MemoryStore()) {
  const identity = { service: 'backend', colour: 'green', revision: '7' };
  const logged = [];
  const server = createService({ identity, store, log: (message) => logged.push(message) });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const base = `http://127.0.0.1:${server.address().port}`;
  const get = (path) => fetch(base + path);
  const post = (path, body, headers = {}) =>
    fetch(base + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { base, get, post, logged };
}

export const ANA = { medicalRecordNumber: 'SP-000042', givenName: 'Ana', familyName: 'Silva', birthDate: '1984-02-29' };
