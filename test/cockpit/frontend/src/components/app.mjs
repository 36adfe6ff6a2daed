import { h } from '../html.mjs';
import { Worklist } from './worklist.mjs';

/** The whole page body. Without entries yet it says so; with a failure it says what the user can do. */
export function App({ entries, failure }) {
  return h('main', null, h('h1', null, 'AUSTA Cockpit'), body(entries, failure));
}

function body(entries, failure) {
  if (failure) {
    return h('p', { class: 'failure', role: 'alert' }, `${failure} Reload the page to try again.`);
  }
  return entries ? h(Worklist, { entries }) : h('p', { class: 'loading' }, 'Loading appointments.');
}
