/** Who did what to whose record, and when. Events are only ever added. */
export class Audit {
  constructor(store, now = () => new Date()) {
    this.store = store;
    this.now = now;
  }

  async record(actor, action, subject) {
    return this.store.addAuditEvent({ actor, action, subject, at: this.now().toISOString() });
  }

  async of(subject) {
    return this.store.auditEvents(subject);
  }
}
