import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from '../src/client.mjs';
import { urgency, worklist } from '../src/model.mjs';

const PATIENTS = [
  { id: 'p1', familyName: 'Silva' },
  { id: 'p2', familyName: 'Costa' },
];
const APPOINTMENTS = [
  { patientId: 'p1', startsAt: '2026-11-23T08:00:00.000Z', triageScore: null },
  { patientId: 'p2', startsAt: '2026-11-23T10:00:00.000Z', triageScore: 7 },
  { patientId: 'p1', startsAt: '2026-11-23T09:00:00.000Z', triageScore: 7 },
  { patientId: 'gone', startsAt: '2026-11-23T07:00:00.000Z', triageScore: 9 },
];

describe('worklist', () => {
  test('has the most urgent first, then the earliest', () => {
    const times = worklist(PATIENTS, APPOINTMENTS).map(({ startsAt }) => startsAt.slice(11, 13));

    assert.deepEqual(times, ['09', '10', '08']);
  });

  test('leaves out an appointment whose patient is not known', () => {
    assert.equal(worklist([], APPOINTMENTS).length, 0);
  });

  test('calls a score by the limits of NEWS2', () => {
    assert.deepEqual([undefined, 0, 4, 5, 6, 7].map(urgency), [
      'none',
      'routine',
      'routine',
      'urgent',
      'urgent',
      'emergency',
    ]);
  });

  test('is loaded from the backend', async () => {
    const answers = { '/api/patients': PATIENTS, '/api/appointments': APPOINTMENTS };

    const { entries } = await load(async (path) => Response.json(answers[path]));

    assert.equal(entries[0].patient.familyName, 'Silva');
  });

  test('says which request failed', async () => {
    const { failure } = await load(async () => new Response('', { status: 503 }));

    assert.match(failure, /\/api\/patients answered 503/);
  });
});
