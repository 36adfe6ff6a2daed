import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ANA, started } from './started.mjs';

const AT_NINE = '2026-11-23T09:00:00.000Z';

async function withPatient(t) {
  const service = await started(t);
  const { id } = await (await service.post('/api/patients', ANA)).json();
  const book = (appointment) => service.post('/api/appointments', { patientId: id, startsAt: AT_NINE, ...appointment });
  return { ...service, id, book };
}

describe('appointments', () => {
  test('books an appointment with the score of its triage', async (t) => {
    const { id, book, get } = await withPatient(t);

    const booked = await book({ minutes: 20, reason: 'cough', triageScore: 5 });

    assert.equal(booked.status, 201);
    const [found] = await (await get(`/api/appointments?patient=${id}`)).json();
    assert.deepEqual(found, await booked.json());
    assert.equal(found.triageScore, 5);
  });

  test('books the next appointment right when the last one ends', async (t) => {
    const { book } = await withPatient(t);
    await book({ minutes: 30 });

    const next = await book({ startsAt: '2026-11-23T09:30:00Z' });

    assert.equal(next.status, 201);
  });

  test('refuses an appointment that overlaps another one of the patient', async (t) => {
    const { book } = await withPatient(t);
    await book({ minutes: 30 });

    const second = await book({ startsAt: '2026-11-23T09:29:00Z' });

    assert.equal(second.status, 409);
    assert.match((await second.json()).detail, /at 2026-11-23T09:00:00.000Z for 30 minutes/);
  });

  test('lists appointments in the order of the day', async (t) => {
    const { book, get } = await withPatient(t);
    await book({ startsAt: '2026-11-23T15:00:00Z' });
    await book({ startsAt: '2026-11-23T08:00:00Z' });

    const times = (await (await get('/api/appointments')).json()).map(({ startsAt }) => startsAt.slice(11, 16));

    assert.deepEqual(times, ['08:00', '15:00']);
  });

  for (const [what, wrong] of Object.entries({
    'an unknown patient': { patientId: 'nobody' },
    'a time that is none': { startsAt: 'soon' },
    'half a minute': { minutes: 0.5 },
    'a whole day': { minutes: 1440 },
    'a score beyond NEWS2': { triageScore: 21 },
  })) {
    test(`refuses ${what}`, async (t) => {
      const { book } = await withPatient(t);

      const answer = await book(wrong);

      assert.equal(answer.status, 422);
      assert.match((await answer.json()).detail, new RegExp(Object.keys(wrong)[0]));
    });
  }
});
