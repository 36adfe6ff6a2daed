import { Problem } from './problem.mjs';

const RECORD_NUMBER = /^[A-Z]{2}-\d{6}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Registers and finds patients. Every access leaves an audit event. */
export class Patients {
  constructor(store, audit, now = () => new Date()) {
    this.store = store;
    this.audit = audit;
    this.now = now;
  }

  async register(body, actor) {
    const patient = this.#valid(body);
    if (await this.store.patientByRecordNumber(patient.medicalRecordNumber)) {
      throw new Problem(409, `A patient with medical record number ${patient.medicalRecordNumber} exists already.`);
    }
    const saved = await this.store.addPatient(patient);
    await this.audit.record(actor, 'patient.registered', saved.id);
    return saved;
  }

  async find(id, actor) {
    const patient = await this.store.patient(id);
    if (!patient) {
      throw new Problem(404, `There is no patient ${id}.`);
    }
    await this.audit.record(actor, 'patient.read', id);
    return patient;
  }

  async all() {
    return this.store.patients();
  }

  #valid(body) {
    const { medicalRecordNumber, givenName, familyName, birthDate } = body ?? {};
    if (!RECORD_NUMBER.test(medicalRecordNumber ?? '')) {
      throw new Problem(422, 'medicalRecordNumber must be two capital letters, a hyphen and six digits: SP-000042.');
    }
    if (!filled(givenName) || !filled(familyName)) {
      throw new Problem(422, 'givenName and familyName must be filled.');
    }
    if (!isDay(birthDate) || new Date(birthDate) > this.now()) {
      throw new Problem(422, 'birthDate must be a day in the past, as YYYY-MM-DD.');
    }
    return { medicalRecordNumber, givenName: givenName.trim(), familyName: familyName.trim(), birthDate };
  }
}

function filled(text) {
  return typeof text === 'string' && text.trim() !== '';
}

/** Whether the text names a day that exists: Date alone would take 30 February for 2 March. */
function isDay(text) {
  if (!DAY.test(text ?? '')) {
    return false;
  }
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
