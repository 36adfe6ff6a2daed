/** The prompt in "Pipeline Overview", the page of the plugin pipeline-graph-view. */
export class StagesPrompt {
  constructor(page, run) {
    this.page = page;
    this.run = run;
    this.text = page.locator('.pgv-input-step .pgv-step-detail-header__content span');
    this.buttons = page.locator('.pgv-input-step__controls button');
  }

  async open() {
    await this.page.goto(`${this.run}stages/`);
    await this.buttons.first().waitFor();
    await this.buttons.first().scrollIntoViewIfNeeded();
  }

  /** Presses a button; returns why the controller refused, or null. The page itself tells nobody. */
  async answer(name) {
    const [answered] = await Promise.all([
      this.page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes('/input/')),
      this.buttons.nth(name === 'proceed' ? 0 : 1).click(),
    ]);
    return answered.status() < 400 ? null : `answered ${answered.status()}, which this page shows to nobody`;
  }
}
