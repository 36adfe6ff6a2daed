/** Counts answers by status, in Prometheus' text format 0.0.4. */
export class RequestCounter {
  #service;
  #counts = new Map();

  constructor(service) {
    this.#service = service;
  }

  count(status) {
    this.#counts.set(status, (this.#counts.get(status) ?? 0) + 1);
  }

  text() {
    const samples = [...this.#counts]
      .sort(([left], [right]) => left - right)
      .map(([status, count]) => `http_requests_total{service="${this.#service}",status="${status}"} ${count}\n`);
    return (
      '# HELP http_requests_total Answers of this process, probes and scrapes left out.\n' +
      '# TYPE http_requests_total counter\n' +
      samples.join('')
    );
  }
}
