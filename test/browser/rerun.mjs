import { command, NotSeen } from './command.mjs';
import { WAYS } from './reruns/ways.mjs';

/** Runs a finished run again from one of the pages that offer it, and finds the new run. */
await command({ how: Object.keys(WAYS).join('|') }, async ({ page }, { url, user, how }) => {
  const run = url.replace(/\/?$/, '/');
  const job = run.replace(/\d+\/$/, '');
  const { nextBuildNumber } = await ask(page, `${job}api/json?tree=nextBuildNumber`);
  await WAYS[how](page, run);
  const again = `${job}${nextBuildNumber}/`;
  await started(page, again);
  const causes = await causesOf(page, again);
  if (!causes.some((cause) => cause.includes(user))) {
    throw new NotSeen(`${again} does not say that ${user} started it`, { run: again, causes });
  }
  return { what: `${user} ran ${run} again (${how})`, seen: { run: again, causes } };
});

async function causesOf(page, run) {
  const { actions } = await ask(page, `${run}api/json?tree=actions[causes[shortDescription]]`);
  return actions.flatMap((action) => action.causes ?? []).map((cause) => cause.shortDescription);
}

async function ask(page, address) {
  const answer = await page.request.get(address);
  if (!answer.ok()) {
    throw new Error(`${address} answered ${answer.status()}`);
  }
  return answer.json();
}

/** A run is not there at once: it waits in the queue first. */
async function started(page, run) {
  await page.waitForFunction(async (address) => (await fetch(address)).ok, `${run}api/json`, { polling: 500 });
}
