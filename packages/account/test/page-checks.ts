/** What every page must stand: nothing that axe finds, a narrow screen, and Russian. */
import { expect } from 'vitest'
import { accessibilityFaults, settled, type Visit } from './browser.ts'
import { inTheme } from './settled.ts'

/** At its address, `path` after `/account`; the page must be in English. */
export async function expectSound({ page, at, complaints }: Visit, path: string): Promise<void> {
  await page.goto(at(path))
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme)
    expect({ path, colorScheme, faults: await accessibilityFaults(page) }).toEqual({ path, colorScheme, faults: [] })
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await settled(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect({ path, width }).toEqual({ path, width: 360 })
  if (size !== null) await page.setViewportSize(size)
  await page.getByLabel('Language').selectOption('ru')
  await page.locator('html[lang=ru]').waitFor({ state: 'attached' })
  await expect.poll(async () => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/\p{Script=Cyrillic}/u)
  await page.locator('header select').selectOption('en')
  expect(complaints).toEqual([])
}
