/** The run's page "Paused for Input", and what the console log offers beside it. */
export class ClassicPrompt {
  constructor(page, run) {
    this.page = page;
    this.run = run;
    this.text = page.locator('#main-panel h1');
    this.buttons = page.locator('#main-panel form button[name=proceed], #main-panel form button[name=abort]');
  }

  /** Waits in the console, which is written as the run goes on, until the run asks. */
  async open() {
    await this.page.goto(`${this.run}console`);
    await this.page.locator('.post-hyperlink-note-button').first().waitFor();
    await this.page.goto(`${this.run}input/`);
    await this.buttons.first().waitFor();
  }

  /** Presses a button; returns why the controller refused, or null. */
  async answer(name) {
    const [answered] = await Promise.all([
      this.page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes('/input/')),
      this.page.locator(`#main-panel form button[name=${name}]`).click(),
    ]);
    if (answered.status() < 400) {
      return null;
    }
    await this.page.waitForLoadState();
    return (await this.page.locator('#main-panel').innerText()).replace(/\s+/g, ' ').trim();
  }
}
