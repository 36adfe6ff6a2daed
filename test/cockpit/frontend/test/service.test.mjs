import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createService } from '../server/service.mjs';

const FILES = new Map([
  ['/index.html', Buffer.from('<div id="root"><!--app--></div>')],
  ['/assets/client.0123456789.mjs', Buffer.from('export {};')],
]);

async function started(test) {
  const server = createService({ identity: { service: 'frontend', colour: 'blue', revision: '6' }, files: FILES });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  return (path, options) => fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
}

describe('service', () => {
  test('renders the page on the server and lets nobody keep it', async (t) => {
    const get = await started(t);

    const page = await get('/');

    assert.match(await page.text(), /<div id="root"><main><h1>AUSTA Cockpit/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.match(page.headers.get('content-security-policy'), /default-src 'self'/);
  });

  test('lets browsers keep assets for ever', async (t) => {
    const get = await started(t);

    const asset = await get('/assets/client.0123456789.mjs');

    assert.equal(asset.headers.get('content-type'), 'text/javascript');
    assert.match(asset.headers.get('cache-control'), /immutable/);
  });

  test('every answer names the service, its colour and its revision', async (t) => {
    const get = await started(t);

    for (const path of ['/', '/healthz', '/livez', '/metrics', '/nowhere']) {
      const { headers } = await get(path);
      const names = ['service', 'colour', 'revision'].map((name) => headers.get(`x-austa-${name}`));
      assert.deepEqual(names, ['frontend', 'blue', '6'], path);
    }
  });

  test('finds nothing outside of what was built', async (t) => {
    const get = await started(t);

    assert.equal((await get('/assets/client.9876543210.mjs')).status, 404);
    assert.equal((await get('/..%2f..%2fetc/passwd')).status, 404);
    assert.equal((await get('/', { method: 'POST' })).status, 405);
  });

  test('counts answers by status and leaves probes out', async (t) => {
    const get = await started(t);
    await get('/');
    await get('/nowhere');
    await get('/healthz');

    const metrics = await (await get('/metrics')).text();

    assert.match(metrics, /http_requests_total{service="frontend",status="200"} 1\n/);
    assert.match(metrics, /http_requests_total{service="frontend",status="404"} 1\n/);
  });
});
