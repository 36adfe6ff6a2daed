import { overlaps } from './overlap.mjs';
import { Problem } from './problem.mjs';

const LONGEST_MINUTES = 240;
const MILLIS_A_MINUTE = 60_000;

/** Books appointments; one patient is never booked twice for the same minute. */
export class Appointments {
  constructor(store, audit) {
    this.store = store;
    this.audit = audit;
  }

  async book(body, actor) {
    const wanted = valid(body);
    if (!(await this.store.patient(wanted.patientId))) {
      throw new Problem(422, `patientId ${wanted.patientId} names no patient.`);
    }
    const booked = await this.store.appointments(wanted.patientId);
    const clash = booked.find((other) => overlaps(span(wanted), span(other)));
    if (clash) {
      throw new Problem(409, `The patient has an appointment at ${clash.startsAt} for ${clash.minutes} minutes.`);
    }
    const saved = await this.store.addAppointment(wanted);
    await this.audit.record(actor, 'appointment.booked', saved.id);
    return saved;
  }

  async of(patientId) {
    return this.store.appointments(patientId);
  }
}

function span(appointment) {
  const start = Date.parse(appointment.startsAt);
  return { start, end: start + appointment.minutes * MILLIS_A_MINUTE };
}

function valid(body) {
  const { patientId, startsAt, minutes = 30, reason = '', triageScore = null } = body ?? {};
  if (typeof patientId !== 'string' || patientId === '') {
    throw new Problem(422, 'patientId must be filled.');
  }
  if (typeof startsAt !== 'string' || Number.isNaN(Date.parse(startsAt))) {
    throw new Problem(422, 'startsAt must be an ISO 8601 time: 2026-11-23T09:30:00Z.');
  }
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > LONGEST_MINUTES) {
    throw new Problem(422, `minutes must be a whole number from 5 to ${LONGEST_MINUTES}.`);
  }
  if (triageScore !== null && (!Number.isInteger(triageScore) || triageScore < 0 || triageScore > 20)) {
    throw new Problem(422, 'triageScore must be a whole number from 0 to 20, or left out.');
  }
  return { patientId, startsAt: new Date(startsAt).toISOString(), minutes, reason: String(reason), triageScore };
}
