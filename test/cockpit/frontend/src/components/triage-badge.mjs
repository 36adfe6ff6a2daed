import { h } from '../html.mjs';
import { urgency } from '../model.mjs';

const WORDS = { emergency: 'Emergency', urgent: 'Urgent', routine: 'Routine', none: 'No triage' };

/** The urgency in words, never by colour alone. */
export function TriageBadge({ score }) {
  const level = urgency(score);
  const text = level === 'none' ? WORDS.none : `${WORDS[level]} ${score}`;
  return h('span', { class: `badge badge-${level}` }, text);
}
