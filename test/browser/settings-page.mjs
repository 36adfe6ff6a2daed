/** Where the plugin's settings can be changed: on the page of all settings, and on one of their own. */
export const PLACES = { system: 'manage/configure', own: 'manage/austa-pipeline/' };

/** The form with the environments. */
export class SettingsPage {
  constructor(page, base, place) {
    this.page = page;
    this.address = base + PLACES[place];
    this.section = page
      .locator('section.jenkins-section')
      .filter({ has: page.locator('.jenkins-section__title', { hasText: 'AUSTA Pipeline' }) })
      .last();
    this.environments = this.section.locator('.repeated-chunk[name=environments]');
  }

  /** Opens the page as it is saved; drop-downs fill themselves after it is there. */
  async open() {
    await this.page.goto(this.address);
    await this.section.waitFor();
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('[name=environments] select')].every(
        (select) => select.options.length > 0 && select.value === (select.getAttribute('value') ?? ''),
      ),
    );
  }

  /** What the form says of each environment, by its name. */
  async read() {
    const read = {};
    for (const environment of await this.environments.all()) {
      const fields = await environment
        .locator('[name^="_."]')
        .evaluateAll((all) => all.map((field) => [field.name.slice(2), field.value]));
      const { name, ...rest } = Object.fromEntries(fields);
      read[name] = rest;
    }
    return read;
  }

  /** Adds an empty environment below the others and returns its part of the form. */
  async add() {
    const before = await this.environments.count();
    await this.section.getByRole('button', { name: 'Add environment' }).click();
    const added = this.environments.nth(before);
    await added.locator('[name="_.name"]').waitFor();
    return added;
  }

  async remove(name) {
    const before = await this.environments.count();
    const environment = await this.called(name);
    await environment.locator('.repeatable-delete').click();
    await this.environments.nth(before - 1).waitFor({ state: 'detached' });
  }

  /** The part of the form about one environment; fields have their values as properties only. */
  async called(name) {
    for (const environment of await this.environments.all()) {
      if ((await environment.locator('[name="_.name"]').inputValue()) === name) {
        return environment;
      }
    }
    throw new Error(`the form has no environment ${name}`);
  }

  /** Types into a field and returns what the controller has to say of it; empty when it is well. */
  async type(environment, field, value) {
    const input = environment.locator(`[name="_.${field}"]`);
    const check = (await input.getAttribute('checkurl'))?.split('/').pop();
    await input.fill(value);
    if (check === undefined) {
      await input.blur();
      return '';
    }
    const [answered] = await Promise.all([
      // The empty field has been checked too, when it appeared.
      this.page.waitForResponse((one) => one.url().includes(`/${check}`) && checkedValue(one.request()) === value),
      input.blur(),
    ]);
    return words(await answered.text());
  }

  /** Presses "Test connection" of an environment and returns what it says. */
  async test(environment) {
    const [answered] = await Promise.all([
      this.page.waitForResponse((one) => one.url().endsWith('/testConnection')),
      environment.getByRole('button', { name: 'Test connection' }).click(),
    ]);
    return words(await answered.text());
  }

  async save() {
    const [answered] = await Promise.all([
      this.page.waitForResponse((one) => one.url().endsWith('/configSubmit')),
      this.page.locator('button[name=Submit]:visible').first().click(),
    ]);
    if (answered.status() >= 400) {
      throw new Error(`saving answered ${answered.status()}`);
    }
    await this.page.waitForLoadState();
  }
}

function checkedValue(request) {
  return new URLSearchParams(request.postData() ?? new URL(request.url()).search).get('value');
}

function words(html) {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}
