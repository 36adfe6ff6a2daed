import { h } from '../html.mjs';
import { TriageBadge } from './triage-badge.mjs';

export function Worklist({ entries }) {
  if (entries.length === 0) {
    return h('p', { class: 'empty' }, 'No appointments today.');
  }
  const columns = ['Time', 'Patient', 'Reason', 'Triage'].map((title) => h('th', { scope: 'col' }, title));
  return h(
    'table',
    { class: 'worklist' },
    h('thead', null, h('tr', null, columns)),
    h('tbody', null, entries.map((entry) => h(Row, { entry }))),
  );
}

function Row({ entry }) {
  const { patient, startsAt, minutes, reason, triageScore } = entry;
  return h(
    'tr',
    null,
    h('td', null, h('time', { datetime: startsAt }, startsAt.slice(11, 16)), ` ${minutes} min`),
    h('td', null, `${patient.familyName}, ${patient.givenName}`),
    h('td', null, reason),
    h('td', null, h(TriageBadge, { score: triageScore })),
  );
}
