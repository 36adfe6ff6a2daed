import { command, NotSeen } from './command.mjs';

/** Opens the archived report of a finished run as Jenkins serves it, under its policy for artefacts. */
await command({}, async ({ page }, { url }) => {
  const answer = await page.goto(`${url.replace(/\/?$/, '/')}artifact/.austa/report/report.html`);
  if (!answer.ok()) {
    throw new NotSeen(`${url} has no archived report: the controller answered ${answer.status()}`, {});
  }
  const seen = {
    policy: answer.headers()['content-security-policy'] ?? 'none',
    headline: (await page.locator('h1').innerText()).trim(),
    sections: await page.locator('section > h2').allInnerTexts(),
    ...(await page.evaluate(look)),
  };
  if (!seen.styled) {
    throw new NotSeen('the report is shown without its style sheet', seen);
  }
  if (seen.cutOff) {
    throw new NotSeen('the report is wider than the page', seen);
  }
  return { what: `the report reads "${seen.headline}"`, seen };
});

/** Runs in the page. Only the style sheet centres the page at a width of its own. */
function look() {
  return {
    styled: getComputedStyle(document.body).maxWidth !== 'none',
    cutOff: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}
