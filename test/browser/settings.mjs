import { isDeepStrictEqual } from 'node:util';
import { command, NotSeen } from './command.mjs';
import { readHelp } from './help.mjs';
import { PLACES, SettingsPage } from './settings-page.mjs';

const NAME = 'browser-test';

/**
 * Adds an environment, sees it kept, tests the connections of those that are there, and takes the
 * added one away again. Leaves the settings as they were.
 */
await command({ page: Object.keys(PLACES).join('|') }, async ({ page, base }, { page: place }) => {
  const settings = new SettingsPage(page, base, place);
  await settings.open();
  const before = await settings.read();
  const help = await readHelp(settings.section);
  const connections = await test(settings, Object.keys(before));
  const refusals = await addEnvironment(settings);
  await settings.save();
  await settings.open();
  const kept = await settings.read();
  await settings.remove(NAME);
  await settings.save();
  await settings.open();
  const after = await settings.read();
  const seen = { help, connections, refusals, kept: kept[NAME], environments: Object.keys(after) };
  judge({ before, kept, after, seen });
  return { what: `an environment is added, kept and taken away on the page ${PLACES[place]}`, seen };
});

async function test(settings, names) {
  const said = {};
  for (const name of names) {
    said[name] = await settings.test(await settings.called(name));
  }
  return said;
}

/** Types each field wrong first, where the form has a check for it. */
async function addEnvironment(settings) {
  const added = await settings.add();
  const refusals = {
    name: await settings.type(added, 'name', 'No Name!'),
    publicUrl: await settings.type(added, 'publicUrl', 'cockpit example'),
  };
  await settings.type(added, 'name', NAME);
  await settings.type(added, 'publicUrl', 'https://cockpit.example.org');
  await added.locator('select[name="_.kubeconfigCredentialsId"]').selectOption({ index: 1 });
  return refusals;
}

function judge({ before, kept, after, seen }) {
  const wrong = [
    ...Object.entries(seen.help).filter(([, length]) => length < 20).map(([about]) => `the help of ${about} says nothing`),
    ...Object.entries(seen.refusals).filter(([, text]) => text === '').map(([field]) => `${field} takes what cannot be`),
    ...(kept[NAME]?.publicUrl === 'https://cockpit.example.org' && kept[NAME].kubeconfigCredentialsId !== ''
      ? []
      : ['the added environment was not kept']),
    ...(isDeepStrictEqual(before, after) ? [] : ['the other environments are not as they were']),
  ];
  if (wrong.length > 0) {
    throw new NotSeen(wrong.join('; '), { ...seen, before, after });
  }
}
