/**
 * Keeps everything in PostgreSQL through Prisma. Ids that are no UUID find nothing, as in the memory store, instead of
 * failing in the database.
 */
export class PrismaStore {
  #client;

  /** @param client a connected PrismaClient; this store closes it */
  constructor(client) {
    this.#client = client;
  }

  async ping() {
    await this.#client.$queryRaw`SELECT 1`;
  }

  async close() {
    await this.#client.$disconnect();
  }

  async addPatient(patient) {
    return patientOf(
      await this.#client.patient.create({ data: { ...patient, birthDate: new Date(patient.birthDate) } }),
    );
  }

  async patient(id) {
    return isUuid(id) ? patientOf(await this.#client.patient.findUnique({ where: { id } })) : null;
  }

  async patientByRecordNumber(medicalRecordNumber) {
    return patientOf(await this.#client.patient.findUnique({ where: { medicalRecordNumber } }));
  }

  async patients() {
    return (await this.#client.patient.findMany({ orderBy: { familyName: 'asc' } })).map(patientOf);
  }

  async addAppointment(appointment) {
    const data = { ...appointment, startsAt: new Date(appointment.startsAt) };
    return appointmentOf(await this.#client.appointment.create({ data }));
  }

  async appointments(patientId) {
    if (patientId && !isUuid(patientId)) {
      return [];
    }
    const where = patientId ? { patientId } : {};
    return (await this.#client.appointment.findMany({ where, orderBy: { startsAt: 'asc' } })).map(appointmentOf);
  }

  async addAuditEvent(event) {
    return auditEventOf(await this.#client.auditEvent.create({ data: { ...event, at: new Date(event.at) } }));
  }

  async auditEvents(subject) {
    const where = subject ? { subject } : {};
    return (await this.#client.auditEvent.findMany({ where, orderBy: { at: 'asc' } })).map(auditEventOf);
  }
}

function isUuid(text) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function patientOf(row) {
  return row && { ...row, birthDate: row.birthDate.toISOString().slice(0, 10) };
}

function appointmentOf(row) {
  return { ...row, startsAt: row.startsAt.toISOString() };
}

function auditEventOf(row) {
  return { ...row, at: row.at.toISOString() };
}
