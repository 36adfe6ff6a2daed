import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identityOf } from '../src/identity.mjs';
import { MemoryStore } from '../src/stores/memory.mjs';
import { started } from './started.mjs';

describe('service', () => {
  test('every answer names the service, its colour and its revision, also a refusal', async (t) => {
    const { get } = await started(t);

    for (const path of ['/healthz', '/metrics', '/api/patients', '/nowhere']) {
      const { headers } = await get(path);
      assert.equal(headers.get('x-austa-service'), 'backend', path);
      assert.equal(headers.get('x-austa-colour'), 'green', path);
      assert.equal(headers.get('x-austa-revision'), '7', path);
    }
  });

  test('reads its identity from the environment and knows what to say without', () => {
    assert.deepEqual(identityOf({ AUSTA_SERVICE: 'api', AUSTA_COLOUR: 'blue', AUSTA_REVISION: '12' }), {
      service: 'api',
      colour: 'blue',
      revision: '12',
    });
    assert.deepEqual(identityOf({ AUSTA_COLOUR: '' }), { service: 'backend', colour: 'none', revision: '0' });
  });

  test('counts answers by status and leaves probes out', async (t) => {
    const { get } = await started(t);
    await get('/api/patients');
    await get('/api/patients');
    await get('/api/patients/nobody');
    await get('/healthz');

    const metrics = await (await get('/metrics')).text();

    assert.match(metrics, /^# TYPE http_requests_total counter$/m);
    assert.deepEqual(metrics.split('\n').filter((line) => line && !line.startsWith('#')), [
      'http_requests_total{service="backend",status="200"} 2',
      'http_requests_total{service="backend",status="404"} 1',
    ]);
  });

  test('is unhealthy, but alive, while the store cannot be reached', async (t) => {
    const store = new MemoryStore();
    const { get, logged } = await started(t, store);
    assert.equal((await get('/api/healthz')).status, 200);

    store.ping = async () => {
      throw new Error('connection refused');
    };

    assert.equal((await get('/healthz')).status, 503);
    assert.equal((await get('/livez')).status, 200);
    assert.match(logged.join(), /connection refused/);
  });

  test('answers 500 without its reason, which goes to the log', async (t) => {
    const store = new MemoryStore();
    store.patients = async () => {
      throw new Error('relation "patients" does not exist');
    };
    const { get, logged } = await started(t, store);

    const answer = await get('/api/patients');

    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /relation/);
    assert.match(logged.join(), /GET \/api\/patients failed: .*relation/);
  });

  test('refuses what is not JSON, too large, or not known', async (t) => {
    const { base, post } = await started(t);

    assert.equal((await post('/api/patients', '{"givenName":')).status, 400);
    assert.equal((await post('/api/patients', 'x'.repeat(70_000))).status, 413);
    assert.equal((await fetch(`${base}/api/patients`, { method: 'DELETE' })).status, 405);
    assert.equal((await post('/api/nothing', {})).status, 404);
  });
});
