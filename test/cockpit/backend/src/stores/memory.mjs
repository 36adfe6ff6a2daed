import { randomUUID } from 'node:crypto';

/** Keeps everything in this process: for tests, and for a look at the service without a database. */
export class MemoryStore {
  #patients = new Map();
  #appointments = [];
  #auditEvents = [];

  async ping() {}

  async close() {}

  async addPatient(patient) {
    const saved = { id: randomUUID(), ...patient };
    this.#patients.set(saved.id, saved);
    return saved;
  }

  async patient(id) {
    return this.#patients.get(id) ?? null;
  }

  async patientByRecordNumber(number) {
    return [...this.#patients.values()].find((patient) => patient.medicalRecordNumber === number) ?? null;
  }

  async patients() {
    return [...this.#patients.values()].sort((one, other) => one.familyName.localeCompare(other.familyName));
  }

  async addAppointment(appointment) {
    const saved = { id: randomUUID(), ...appointment };
    this.#appointments.push(saved);
    return saved;
  }

  async appointments(patientId) {
    return this.#appointments
      .filter((appointment) => !patientId || appointment.patientId === patientId)
      .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  }

  async addAuditEvent(event) {
    const saved = { id: randomUUID(), ...event };
    this.#auditEvents.push(saved);
    return saved;
  }

  async auditEvents(subject) {
    return this.#auditEvents.filter((event) => !subject || event.subject === subject);
  }
}
