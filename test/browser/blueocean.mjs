/** Opens a run in Blue Ocean, by the link on its classic page unless the address is Blue Ocean's already. */
export async function openBlueOcean(page, run) {
  if (run.includes('/blue/organizations/')) {
    await page.goto(run);
    return;
  }
  await page.goto(run);
  await page.locator('a[href*="/blue/organizations/"][href*="/detail/"]').first().click();
  await page.waitForURL(/\/blue\/organizations\/.*\/detail\//);
}
