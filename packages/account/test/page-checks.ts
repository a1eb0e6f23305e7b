/** What every page must stand: nothing that axe finds, a narrow screen, and Russian. */
import { expect } from 'vitest'
import { accessibilityFaults, settled, type Visit } from './browser.ts'
import { inTheme } from './settled.ts'

/** At its address, `path` after `/account`; the page must be in English, and is led there as its own links lead. */
export async function expectSound({ page, at, complaints }: Visit, path: string): Promise<void> {
  await page.evaluate((url) => history.pushState(null, '', url), at(path))
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Not led on to another.
  expect(page.url()).toBe(at(path))
  for (const colorScheme of ['light', 'dark'] as const) {
    await inTheme(page, colorScheme)
    const faults = await accessibilityFaults(page)
    expect({ path, colorScheme, faults }).toEqual({ path, colorScheme, faults: [] })
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await settled(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect({ path, width }).toEqual({ path, width: 360 })
  if (size !== null) await page.setViewportSize(size)
  await page.locator('header select').selectOption('ru')
  await page.locator('html[lang=ru]').waitFor({ state: 'attached' })
  const headings = async (): Promise<string> => (await page.getByRole('heading').allTextContents()).join(' ')
  await expect.poll(headings, { message: path }).toMatch(/\p{Script=Cyrillic}/u)
  await page.locator('header select').selectOption('en')
  expect(complaints).toEqual([])
}
