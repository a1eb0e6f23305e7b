import type { Page } from 'playwright-core'

/**
 * Waits until nothing is loading, and has what moves come to its end: what is on its way to another look is no look of the page.
 * What one turn of the page begins is seen a frame later only, so it looks until a frame has begun nothing.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [data-loading]') === null,
  )
  await page.evaluate(async () => {
    const nextFrame = async (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => resolve())
      })
    await nextFrame()
    for (let moving = document.getAnimations(); moving.length > 0; moving = document.getAnimations()) {
      for (const each of moving) each.finish()
      await nextFrame()
    }
  })
}

/** Gives the page the other theme; it hears of it after `emulateMedia` has ended. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' })
  await settled(page)
}
