import { openBlueOcean } from './blueocean.mjs';
import { BlueOceanPrompt } from './prompts/blueocean.mjs';
import { ClassicPrompt } from './prompts/classic.mjs';
import { SettingsPage } from './settings-page.mjs';
import { SnippetGenerator } from './snippet-generator.mjs';

/** The pictures of docs/jenkins.md by what they are of; each brings the page into the state to be shown. */
export const PICTURES = {
  waiting: {
    'approve-classic': ({ page }, run) => new ClassicPrompt(page, run).open(),
    'approve-blueocean': ({ page }, run) => new BlueOceanPrompt(page, run).open(),
  },
  finished: {
    overview: async ({ page }, run) => {
      await page.goto(`${run}stages/`);
      await page.locator('.pgv-stage-steps').waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
    },
    blueocean: async ({ page }, run) => {
      await openBlueOcean(page, run);
      await page.locator('.PipelineGraph-container svg, .PWGx-PipelineGraph-container svg').first().waitFor();
    },
    build: async ({ page }, run) => {
      await page.goto(run);
    },
    report: async ({ page }, run) => {
      await page.goto(`${run}artifact/.austa/report/report.html`);
    },
  },
  settings: {
    settings: async ({ page, base }) => {
      const settings = new SettingsPage(page, base, 'own');
      await settings.open();
      await settings.test(settings.environments.last());
      // The bar with the Save button covers what stands at the lower edge.
      await settings.section
        .getByRole('button', { name: 'Add environment' })
        .evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().bottom + window.scrollY - 700));
    },
    snippet: async ({ page, base }) => {
      const generator = new SnippetGenerator(page, base);
      await generator.choose('austaApproval');
      await generator.generate('austaApproval', { environment: 'production', approver: 'bob' });
    },
  },
};
