/** The page of the snippet generator, one step at a time. */
export class SnippetGenerator {
  constructor(page, base) {
    this.page = page;
    this.address = `${base}pipeline-syntax/`;
    this.steps = page.locator('select.dropdownList').first();
  }

  /** The steps whose names begin like this. */
  async offered(prefix) {
    await this.page.goto(this.address);
    const labels = await this.steps.locator('option').allInnerTexts();
    return labels.map((label) => label.split(':')[0]).filter((step) => step.startsWith(prefix));
  }

  /** Opens the page anew, so that no field holds what was typed before, and chooses a step. */
  async choose(step) {
    await this.page.goto(this.address);
    const labels = await this.steps.locator('option').allInnerTexts();
    // The form of the first step comes by itself; whoever chooses before it is there gets both.
    await this.form(labels[0].split(':')[0]).waitFor();
    await this.steps.selectOption({ label: labels.find((label) => label.startsWith(`${step}:`)) });
    await this.form(step).waitFor();
  }

  /** The form of a step; those of steps chosen before stay in the page, hidden. */
  form(step) {
    const help = this.page.locator(`a.jenkins-help-button[aria-label="Help for feature: ${step}"]`);
    return this.page.locator('.dropdownList-container:visible').filter({ has: help });
  }

  /** Fills the fields of the chosen step and returns the Groovy that the page shows then. */
  async generate(step, fields) {
    for (const [name, value] of Object.entries(fields)) {
      await this.type(this.form(step).locator(`[name="_.${name}"]`), value);
    }
    await this.page.locator('#generatePipelineScript').click();
    const shown = await this.page.waitForFunction(() => document.getElementById('prototypeText').value);
    return (await shown.jsonValue()).trim();
  }

  /** Leaves the field too: its "Field is required" goes then, and the button below moves up. */
  async type(field, value) {
    await field.fill(value);
    await field.blur();
    const item = this.page.locator('.jenkins-form-item').filter({ has: field });
    await item.locator('.error').waitFor({ state: 'hidden' });
  }
}
