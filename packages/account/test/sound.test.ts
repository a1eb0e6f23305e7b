/** Every page of the account page, in any light, language and width: full, and empty where it then looks different. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { demoOrders } from '../../server/src/demo/orders.ts'
import type { ShopStore } from '../../server/src/store/store.ts'
import { putOrders } from '../../server/test/orders.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { pages } from '../src/pages.ts'
import { accessibilityFaults, invited, openBrowser, person, signedIn } from './browser.ts'
import { expectSound } from './page-checks.ts'
import { fillShop, type Shown } from './screenshots/shop.ts'
import { inTheme } from './settled.ts'
import { shownPages } from './shown-pages.ts'

/** A page takes a second or two, on a busy machine several. */
const timeout = 240_000

/** Which show the same in a shop that has nothing. */
const sameWhenEmpty: ReadonlySet<string> = new Set([
  '/orders/new',
  '/transfer',
  '/api/console',
  '/members',
  '/settings',
  '/security',
])

describe.skipIf(!hasTool('chromium'))('is sound', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('every page of a shop that has something of everything', { timeout }, async () => {
    const visit = await signedIn(browser, 'owner', { path: '/security' })
    const shown = await fill(await aliceOf(visit.service), visit.service.clock.now)
    for (const { address } of shownPages(shown)) await expectSound(visit, address)
  })

  test('every page of a shop that has nothing yet', { timeout }, async () => {
    const visit = await signedIn(browser, 'owner', { shop: 'carol', path: '/security' })
    const paths = pages.map(({ path }) => path).filter((path) => !path.includes(':') && !sameWhenEmpty.has(path))
    for (const path of paths) await expectSound(visit, path)
  })

  test.each(['light', 'dark'] as const)('what is shown before one has signed in, in the %s theme', async (theme) => {
    const { page, complaints } = await invited(browser)
    await inTheme(page, theme)
    await page.getByLabel('Your name').fill('Anna')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('Choose a password').fill(person.password)
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** With what is long, and what is in each of its states. */
async function fill(shop: ShopStore, now: number): Promise<Shown> {
  await putOrders(shop, ...demoOrders(now).slice(-30))
  const shown = await fillShop(shop, now)
  await shop.endpoints.create({ url: `https://crm.example.com/${'x'.repeat(80)}`, description: '', types: null })
  await shop.endpoints.update(2, { enabled: false })
  return shown
}
