const BUTTONS = 'a.jenkins-help-button:visible';

/**
 * Opens every help text that stands in a part of a page and closes it again. Returns what each one
 * is about and how many characters it has; 0 where nothing came.
 */
export async function readHelp(part) {
  const read = {};
  for (const button of await part.locator(BUTTONS).all()) {
    const about = (await button.getAttribute('aria-label')).replace(/^Help for feature: /, '');
    read[about] = await length(button);
  }
  return read;
}

async function length(button) {
  const address = await button.getAttribute('helpurl');
  const [answered] = await Promise.all([
    button.page().waitForResponse((one) => one.url().endsWith(address)),
    button.click(),
  ]);
  const text = answered.ok() ? await answered.text() : '';
  await button.click();
  return text.replace(/<[^>]*>/g, '').trim().length;
}
