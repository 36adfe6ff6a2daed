import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PrismaStore } from '../src/stores/prisma.mjs';

const ID = '018f3c9e-0000-7000-8000-000000000042';

describe('prisma store', () => {
  test('gives days and times as text, as the memory store does', async () => {
    const store = new PrismaStore({
      patient: { findUnique: async () => ({ id: ID, birthDate: new Date('1984-02-29T00:00:00Z') }) },
      appointment: { findMany: async () => [{ id: ID, startsAt: new Date('2026-11-23T09:00:00Z') }] },
    });

    assert.equal((await store.patient(ID)).birthDate, '1984-02-29');
    assert.equal((await store.appointments(ID))[0].startsAt, '2026-11-23T09:00:00.000Z');
  });

  test('does not ask the database for an id that cannot exist', async () => {
    const asked = async () => assert.fail('the database was asked');
    const store = new PrismaStore({ patient: { findUnique: asked }, appointment: { findMany: asked } });

    assert.equal(await store.patient('nobody'), null);
    assert.deepEqual(await store.appointments("'; DROP TABLE patients"), []);
  });

  test('stores what it is given with real dates', async () => {
    const created = [];
    const create = async ({ data }) => (created.push(data), { id: ID, ...data });
    const store = new PrismaStore({ patient: { create }, appointment: { create }, auditEvent: { create } });

    await store.addPatient({ birthDate: '1984-02-29' });
    await store.addAppointment({ startsAt: '2026-11-23T09:00:00.000Z' });
    await store.addAuditEvent({ at: '2026-11-23T09:00:00.000Z' });

    assert.deepEqual(created.map((data) => Object.values(data)[0].toISOString()), [
      '1984-02-29T00:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ]);
  });
});
