import { createServer } from 'node:http';
import { App } from '../src/components/app.mjs';
import { h, render } from '../src/html.mjs';
import { RequestCounter } from './metrics.mjs';

const TYPES = { css: 'text/css', html: 'text/html; charset=utf-8', json: 'application/json', mjs: 'text/javascript' };
const FOR_EVER = 'public, max-age=31536000, immutable';
const SECURITY = {
  'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The HTTP service, not yet listening: the page rendered on the server at `/`, its assets, `/healthz`, `/livez` and
 * `/metrics`.
 *
 * @param {{identity: {service: string, colour: string, revision: string}, files: Map<string, Buffer>}} parts files by
 *     their path, with a slash in front; `/index.html` must be among them
 */
export function createService({ identity, files }) {
  const counter = new RequestCounter(identity.service);
  const page = files.get('/index.html').toString('utf8').replace('<!--app-->', render(h(App, {})));
  const well = () => ({ status: 200, type: TYPES.json, text: '{"status":"ok"}' });
  const own = new Map([
    ['/healthz', well],
    ['/livez', well],
    ['/metrics', () => ({ status: 200, type: 'text/plain; version=0.0.4', text: counter.text() })],
  ]);

  return createServer((request, response) => {
    const path = new URL(request.url, 'http://service').pathname;
    const answer = own.has(path) ? own.get(path)() : answerTo(request.method, path);
    // Probes and scrapes never fail with the users' requests: counted, they would hide an error rate.
    if (!own.has(path)) {
      counter.count(answer.status);
    }
    response.writeHead(answer.status, headers(answer));
    response.end(request.method === 'HEAD' ? undefined : answer.text);
  });

  function answerTo(method, path) {
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, type: 'text/plain', text: 'This service is only read.\n' };
    }
    if (path === '/' || path === '/index.html') {
      return { status: 200, type: TYPES.html, text: page };
    }
    const file = files.get(path);
    if (!file) {
      return { status: 404, type: 'text/plain', text: 'There is nothing here.\n' };
    }
    const cache = path.startsWith('/assets/') ? FOR_EVER : undefined;
    return { status: 200, type: TYPES[path.split('.').pop()] ?? 'application/octet-stream', text: file, cache };
  }

  function headers({ type, cache = 'no-store' }) {
    return {
      ...SECURITY,
      'Cache-Control': cache,
      'Content-Type': type,
      'X-Austa-Service': identity.service,
      'X-Austa-Colour': identity.colour,
      'X-Austa-Revision': identity.revision,
    };
  }
}
