import { App } from './components/app.mjs';
import { h, render } from './html.mjs';
import { worklist } from './model.mjs';

/** What the page shows, from the backend behind the same entry. */
export async function load(fetcher = fetch) {
  try {
    const [patients, appointments] = await Promise.all(['/api/patients', '/api/appointments'].map(json));
    return { entries: worklist(patients, appointments) };
  } catch (failure) {
    return { failure: `The appointments cannot be loaded: ${failure.message}.` };
  }

  async function json(path) {
    const answer = await fetcher(path);
    if (!answer.ok) {
      throw new Error(`${path} answered ${answer.status}`);
    }
    return answer.json();
  }
}

if (typeof document !== 'undefined') {
  const root = document.getElementById('root');
  root.innerHTML = render(h(App, await load()));
}
