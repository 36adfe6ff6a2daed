import { chromium } from 'playwright-core';

/** How long one page or one element may take, in milliseconds; a controller that is busy is slow. */
export const PATIENCE = 60_000;

/** Pictures and prompts are the same on every machine: one size, one language, one theme. */
const LOOK = {
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
  colorScheme: 'light',
  reducedMotion: 'reduce',
};

/**
 * A signed-in page on a controller. `trouble` collects what went wrong in the browser while it was
 * open: exceptions of scripts, and answers of 500 and above.
 */
export async function open({ base, user, password }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Chromium refuses its sandbox to root, and only root is there on the machines this runs on;
    // it sees pages of a controller on loopback only.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext(LOOK);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const trouble = listen(page);
    await signIn(page, base, user, password);
    return { page, trouble, base, close: () => browser.close() };
  } catch (failed) {
    await browser.close();
    throw failed;
  }
}

/** The controller's address in the address of one of its pages, classic or Blue Ocean; ends with a slash. */
export function baseOf(url) {
  return new URL(url).href.replace(/(job|blue|view)\/.*$/, '').replace(/\/?$/, '/');
}

function listen(page) {
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(`script: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) {
      trouble.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    }
  });
  return trouble;
}

async function signIn(page, base, user, password) {
  const answer = await page.goto(`${base}login`);
  if (!answer.ok()) {
    throw new Error(`${base}login answered ${answer.status()}; is the controller up?`);
  }
  await page.locator('[name=j_username]').fill(user);
  await page.locator('[name=j_password]').fill(password);
  await Promise.all([
    page.waitForURL((address) => !/\/login$|j_spring_security_check/.test(address.pathname)),
    page.locator('[name=Submit]').click(),
  ]);
  if (page.url().includes('loginError')) {
    throw new Error(`${base} does not let ${user} in with this password`);
  }
}
