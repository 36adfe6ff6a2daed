import { openBlueOcean } from '../blueocean.mjs';

const BUTTONS = { proceed: '.inputStepSubmit', abort: '.inputStepCancel' };

/** The input form in Blue Ocean's page of a run; it appears in the open page when the run asks. */
export class BlueOceanPrompt {
  constructor(page, run) {
    this.page = page;
    this.run = run;
    this.text = page.locator('.inputStep h3');
    this.buttons = page.locator('.inputStep .inputControl button');
  }

  async open() {
    await openBlueOcean(this.page, this.run);
    await this.buttons.first().waitFor();
    await this.buttons.first().scrollIntoViewIfNeeded();
  }

  /** Presses a button; returns why the controller refused, or null. */
  async answer(name) {
    const [answered] = await Promise.all([
      this.page.waitForResponse((one) => one.request().method() === 'POST' && /\/steps\/\d+\/?$/.test(one.url())),
      this.page.locator(BUTTONS[name]).click(),
    ]);
    return answered.ok() ? null : (await this.page.locator('.inputStep .errorContainer').innerText()).trim();
  }
}
