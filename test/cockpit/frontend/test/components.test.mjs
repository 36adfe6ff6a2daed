import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { App } from '../src/components/app.mjs';
import { TriageBadge } from '../src/components/triage-badge.mjs';
import { h, render } from '../src/html.mjs';

const ENTRY = {
  startsAt: '2026-11-23T09:30:00.000Z',
  minutes: 20,
  reason: 'cough',
  triageScore: 7,
  patient: { givenName: 'Ana', familyName: 'Silva' },
};

describe('components', () => {
  test('show an appointment with its patient and urgency', () => {
    const html = render(h(App, { entries: [ENTRY] }));

    assert.match(html, /<time datetime="2026-11-23T09:30:00.000Z">09:30<\/time> 20 min/);
    assert.match(html, /Silva, Ana/);
    assert.match(html, /<span class="badge badge-emergency">Emergency 7<\/span>/);
  });

  test('say that there is no triage', () => {
    assert.equal(render(h(TriageBadge, { score: null })), '<span class="badge badge-none">No triage</span>');
  });

  test('tell an empty day, a day that loads and a failure apart', () => {
    assert.match(render(h(App, { entries: [] })), /No appointments today/);
    assert.match(render(h(App, {})), /Loading appointments/);
    assert.match(render(h(App, { failure: 'The backend is away.' })), /role="alert">The backend is away. Reload/);
  });

  test('never let a text become markup', () => {
    const html = render(h(App, { entries: [{ ...ENTRY, reason: '<script>alert("1")</script>' }] }));

    assert.doesNotMatch(html, /<script/);
    assert.match(html, /&lt;script&gt;alert\(&quot;1&quot;\)/);
  });

  test('escape attributes and leave out those that are off', () => {
    const input = h('input', { value: '"><b>', disabled: true, hidden: false });

    assert.equal(render(input), '<input value="&quot;&gt;&lt;b&gt;" disabled>');
  });
});
