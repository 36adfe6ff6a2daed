/** A request that cannot be served; becomes an RFC 9457 problem document with this status. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
  }
}
