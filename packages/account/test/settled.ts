import type { Page } from 'playwright-core'

/** Waits until nothing is loading and nothing moves: what is on its way to another look is no look of the page. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [data-loading]') === null,
  )
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(async ({ finished }) => finished.catch(() => undefined)))
  })
}
