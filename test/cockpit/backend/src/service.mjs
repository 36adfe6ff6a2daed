import { createServer } from 'node:http';
import { headersOf } from './identity.mjs';
import { RequestCounter } from './metrics.mjs';
import { Problem } from './problem.mjs';
import { routesOf } from './routes.mjs';

const LARGEST_BODY_BYTES = 64 * 1024;

/**
 * The HTTP service, not yet listening. It answers `/healthz` (503 when the store cannot be reached), `/livez` (200 even
 * then, for a restart brings no store back), `/metrics` and the routes under `/api`; every answer names who gave it.
 * `/api/healthz` is the same health through the public entry.
 *
 * @param {{identity: object, store: object, log?: (message: string) => void}} parts
 */
export function createService({ identity, store, log = () => {} }) {
  const counter = new RequestCounter(identity.service);
  const routes = routesOf(store);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://service').pathname;
    const answer = await answerTo(request, path);
    // Probes and scrapes never fail with the users' requests: counted, they would hide an error rate.
    if (!isOwn(path)) {
      counter.count(answer.status);
    }
    send(response, answer);
  });
  return server;

  async function answerTo(request, path) {
    try {
      if (path === '/metrics') {
        return { status: 200, type: 'text/plain; version=0.0.4', text: counter.text() };
      }
      if (path === '/livez') {
        return { status: 200, body: { status: 'ok' } };
      }
      if (path === '/healthz' || path === '/api/healthz') {
        return await health();
      }
      return await routed(request, path);
    } catch (failure) {
      if (failure instanceof Problem) {
        return problem(failure.status, failure.message);
      }
      log(`${request.method} ${path} failed: ${failure.stack}`);
      return problem(500, 'The service failed; its log says why.');
    }
  }

  async function health() {
    try {
      await store.ping();
      return { status: 200, body: { status: 'ok' } };
    } catch (failure) {
      log(`The store cannot be reached: ${failure.message}`);
      return problem(503, 'The store cannot be reached.');
    }
  }

  async function routed(request, path) {
    const here = routes.filter((route) => route.pattern.test(path));
    if (here.length === 0) {
      throw new Problem(404, `There is nothing at ${path}.`);
    }
    const route = here.find((candidate) => candidate.method === request.method);
    if (!route) {
      throw new Problem(405, `${path} knows ${here.map((candidate) => candidate.method).join(', ')}.`);
    }
    return route.answer({
      params: route.pattern.exec(path).groups ?? {},
      query: new URL(request.url, 'http://service').searchParams,
      actor: request.headers['x-actor'] ?? 'anonymous',
      body: request.method === 'POST' ? await jsonOf(request) : undefined,
    });
  }

  function send(response, { status, body, type = 'application/json', text = JSON.stringify(body) }) {
    response.writeHead(status, { ...headersOf(identity), 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(text);
  }
}

function isOwn(path) {
  return ['/metrics', '/livez', '/healthz', '/api/healthz'].includes(path);
}

function problem(status, detail) {
  return { status, type: 'application/problem+json', body: { status, detail } };
}

async function jsonOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) {
      throw new Problem(413, `A body may have ${LARGEST_BODY_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Problem(400, 'The body must be JSON.');
  }
}
