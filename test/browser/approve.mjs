import { command, NotSeen } from './command.mjs';
import { BlueOceanPrompt } from './prompts/blueocean.mjs';
import { ClassicPrompt } from './prompts/classic.mjs';
import { StagesPrompt } from './prompts/stages.mjs';

const PAGES = { classic: ClassicPrompt, blueocean: BlueOceanPrompt, stages: StagesPrompt };

/** Looks at the approval of a run as one user on one page, and answers it. */
await command(
  {
    page: Object.keys(PAGES).join('|'),
    answer: 'proceed|abort|look',
    // A user who may not answer is shown so: then a refusal is what should be seen.
    expect: '[accepted|refused]',
  },
  async ({ page }, options) => {
    const prompt = new PAGES[options.page](page, options.url.replace(/\/?$/, '/'));
    await prompt.open();
    const seen = await look(prompt);
    return options.answer === 'look' ? readable(seen, options) : answer(prompt, seen, options);
  },
);

async function look(prompt) {
  const text = (await prompt.text.innerText()).trim();
  const buttons = await prompt.buttons.allInnerTexts();
  const cutOff = await prompt.text.evaluate(reachesBeyondThePage);
  return { text, buttons: buttons.map((button) => button.trim()), cutOff };
}

/** Runs in the page: what stands beyond its right edge is read by nobody. */
function reachesBeyondThePage(element) {
  const words = document.createRange();
  words.selectNodeContents(element);
  return words.getBoundingClientRect().right > document.documentElement.clientWidth;
}

function readable(seen, { user, page }) {
  if (seen.cutOff) {
    throw new NotSeen(`the question on the ${page} page is wider than the page; ${user} cannot read it all`, seen);
  }
  return { what: `${user} is asked on the ${page} page`, seen };
}

async function answer(prompt, seen, { user, page, answer: name, expect = 'accepted' }) {
  const refused = await prompt.answer(name);
  const after = { ...seen, refused };
  if (expect === 'accepted' && refused !== null) {
    throw new NotSeen(`${user} may not ${name} on the ${page} page: ${refused}`, after);
  }
  if (expect === 'refused' && refused === null) {
    throw new NotSeen(`${user} should not ${name} on the ${page} page, and did`, after);
  }
  const what = refused === null ? `${user} answered ${name} on the ${page} page` : `${user} was refused on the ${page} page`;
  return { what, seen: after };
}
