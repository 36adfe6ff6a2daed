import { parseArgs } from 'node:util';
import { baseOf, open } from './session.mjs';

/** Where a user signs in: what every command needs. */
const ACCESS = { url: 'URL', user: 'USER', password: 'PASSWORD' };

/**
 * Runs one command: reads its options, signs in, does the work, prints one JSON line
 * `{ok, what, seen}` and leaves with exit code 0 when that is what should be seen, else 1.
 *
 * @param usage the command's options by name, each with the word that stands for its value; a word
 *     in brackets makes it optional, a choice is written a|b
 * @param work gets the session and the options; returns `{what, seen}` and throws when the pages do
 *     not show what they should
 */
export async function command(usage, work) {
  let options;
  try {
    options = read({ ...ACCESS, ...usage });
  } catch (wrong) {
    finish({ ok: false, what: `${wrong.message}; usage: ${line({ ...ACCESS, ...usage })}`, seen: {} });
    return;
  }
  finish(await attempt(options, work));
}

async function attempt(options, work) {
  let session;
  try {
    session = await open({ base: baseOf(options.url), ...options });
    const { what, seen } = await work(session, options);
    const ok = session.trouble.length === 0;
    return ok
      ? { ok, what, seen }
      : { ok, what: `${what}, but not without trouble in the browser`, seen: { ...seen, trouble: session.trouble } };
  } catch (failed) {
    const seen = { ...failed.seen, trouble: session?.trouble ?? [] };
    return { ok: false, what: failed.message.split('\n')[0], seen };
  } finally {
    await session?.close();
  }
}

/** What should have been seen and was not, with what was seen instead. */
export class NotSeen extends Error {
  constructor(message, seen) {
    super(message);
    this.seen = seen;
  }
}

function read(usage) {
  const options = Object.fromEntries(Object.keys(usage).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({ options });
  for (const [name, word] of Object.entries(usage)) {
    check(name, word, values[name]);
  }
  return values;
}

function check(name, word, value) {
  if (value === undefined) {
    if (!word.startsWith('[')) {
      throw new Error(`--${name} is missing`);
    }
    return;
  }
  const choice = word.replace(/[[\]]/g, '').split('|');
  if (choice.length > 1 && !choice.includes(value)) {
    throw new Error(`--${name} is ${choice.join(', ')}, not ${value}`);
  }
}

function line(usage) {
  return Object.entries(usage)
    .map(([name, word]) => (word.startsWith('[') ? `[--${name} ${word.slice(1)}` : `--${name} ${word}`))
    .join(' ');
}

function finish(verdict) {
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.ok ? 0 : 1;
}
