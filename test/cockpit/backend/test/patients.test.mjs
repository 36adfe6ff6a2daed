import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANA, started } from './started.mjs';

describe('patients', () => {
  test('registers a patient and finds her again', async (t) => {
    const { get, post } = await started(t);

    const registered = await post('/api/patients', ANA);
    const patient = await registered.json();

    assert.equal(registered.status, 201);
    assert.deepEqual(await (await get(`/api/patients/${patient.id}`)).json(), { id: patient.id, ...ANA });
    assert.deepEqual(await (await get('/api/patients')).json(), [{ id: patient.id, ...ANA }]);
  });

  test('refuses a second patient with the same medical record number', async (t) => {
    const { post } = await started(t);
    await post('/api/patients', ANA);

    const second = await post('/api/patients', { ...ANA, givenName: 'Bia' });

    assert.equal(second.status, 409);
    assert.match((await second.json()).detail, /SP-000042 exists already/);
  });

  for (const [what, wrong] of Object.entries({
    'a malformed record number': { medicalRecordNumber: '42' },
    'an empty name': { familyName: ' ' },
    'a day that does not exist': { birthDate: '2001-02-30' },
    'a birth in the future': { birthDate: '2999-01-01' },
  })) {
    test(`refuses ${what}`, async (t) => {
      const { post } = await started(t);

      const answer = await post('/api/patients', { ...ANA, ...wrong });

      assert.equal(answer.status, 422);
      assert.match((await answer.json()).detail, new RegExp(Object.keys(wrong)[0]));
    });
  }

  test('leaves an audit event for every access to a record', async (t) => {
    const { base, get, post } = await started(t);
    const { id } = await (await post('/api/patients', ANA, { 'X-Actor': 'dr.lima' })).json();
    await fetch(`${base}/api/patients/${id}`, { headers: { 'X-Actor': 'nurse.costa' } });

    const events = await (await get(`/api/audit-events?subject=${id}`)).json();

    assert.deepEqual(
      events.map(({ actor, action }) => `${actor} ${action}`),
      ['dr.lima patient.registered', 'nurse.costa patient.read'],
    );
  });
});
