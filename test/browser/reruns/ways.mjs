import { openBlueOcean } from '../blueocean.mjs';

/**
 * The ways in which the pages let somebody run again what a finished run did. Each takes the page
 * and the run's address, and returns once the controller has taken the order.
 */
export const WAYS = {
  now: async (page, run) => {
    await page.goto(run.replace(/\d+\/$/, ''));
    await ordered(page, page.locator('#tasks a[href*="/build?"]'), /\/build\?/);
  },

  /** Needs Run/Replay; the form has the script in an editor, which is left as it is. */
  replay: async (page, run) => {
    await page.goto(`${run}replay/`);
    await ordered(page, page.locator('form[name=config] button[name=Submit]'), /\/replay\/run$/);
  },

  /** With Job/Build and without Run/Replay the same page rebuilds only; the Rebuilder plugin has a link of its own. */
  rebuild: async (page, run) => {
    await page.goto(run);
    const rebuilder = page.locator('#tasks a[href$="/rebuild"], #tasks a[href*="/rebuild/"]');
    if ((await rebuilder.count()) > 0) {
      await rebuilder.first().click();
      return;
    }
    await page.goto(`${run}replay/`);
    await ordered(page, page.locator('form[name=rebuild] button[name=Submit]'), /\/replay\/rebuild$/);
  },

  overview: async (page, run) => {
    await page.goto(`${run}stages/`);
    await ordered(page, page.locator('#pgv-rerun'), /\/doRerun$/);
  },

  blueocean: async (page, run) => {
    await openBlueOcean(page, run);
    await ordered(page, page.locator('.replay-button'), /\/replay\/?$/);
  },
};

async function ordered(page, button, address) {
  const [answered] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST' && address.test(one.url())),
    button.click(),
  ]);
  if (answered.status() >= 400) {
    throw new Error(`${answered.url()} answered ${answered.status()}`);
  }
}
