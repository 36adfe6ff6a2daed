import { Appointments } from './appointments.mjs';
import { Audit } from './audit.mjs';
import { Patients } from './patients.mjs';

/** What the service answers under `/api`. A route answers with a status and a body that becomes JSON. */
export function routesOf(store) {
  const audit = new Audit(store);
  const patients = new Patients(store, audit);
  const appointments = new Appointments(store, audit);
  const created = (body) => ({ status: 201, body });
  const found = (body) => ({ status: 200, body });
  return [
    route('GET', '/api/patients', async () => found(await patients.all())),
    route('POST', '/api/patients', async ({ body, actor }) => created(await patients.register(body, actor))),
    route('GET', '/api/patients/:id', async ({ params, actor }) => found(await patients.find(params.id, actor))),
    route('GET', '/api/appointments', async ({ query }) => found(await appointments.of(query.get('patient')))),
    route('POST', '/api/appointments', async ({ body, actor }) => created(await appointments.book(body, actor))),
    route('GET', '/api/audit-events', async ({ query }) => found(await audit.of(query.get('subject')))),
  ];
}

function route(method, path, answer) {
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { method, pattern, answer };
}
