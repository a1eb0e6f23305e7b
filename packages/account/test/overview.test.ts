/** The overview of the account page, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { orderOf, putOrders } from '../../server/test/orders.ts'
import { addProduct, draftOf } from '../../server/test/scenario.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('the overview', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('shows any days, what is unpaid, what was not delivered, and what came last', async () => {
    const visit = await signedIn(browser)
    const { page, at, service, complaints } = visit
    const shop = await aliceOf(service)
    await page.getByText('Every script and webhook has heard what it should.').waitFor()
    const moment = Date.parse('2026-03-08T09:00:00Z')
    await putOrders(shop, orderOf({ number: 21, created: moment, paid: moment }))
    await addProduct(shop, {
      name: 'course',
      notify: { created: 'http://127.0.0.1:9/told.php', paid: '', prepaid: '', cancelled: '', returned: '' },
    })
    const placed = await shop.orders.place(draftOf({ created: moment + 1 }))
    const number = 'number' in placed ? placed.number : 0
    const [delivery] = await shop.deliveries.list({ order: number, limit: 1 })
    await shop.deliveries.note(delivery?.id ?? '', { at: 0, status: null, problem: 'no answer', answer: '' }, 'failed')

    await page.clock.setFixedTime(service.clock.now)
    await page.goto(at('/'))
    await page.getByText('http://127.0.0.1:9/told.php').waitFor()
    await page.getByRole('link', { name: `Order ${number}` }).waitFor()
    const unpaid = page.locator('section', { has: page.getByRole('heading', { name: 'Unpaid orders' }) })
    expect(await unpaid.locator('tbody td:first-child').allTextContents()).toEqual([String(number), '258368'])
    const latest = page.locator('section', { has: page.getByRole('heading', { name: 'Latest orders' }) })
    await expect.poll(() => latest.locator('tbody tr').count()).toBe(5)

    await page.getByLabel('Range').selectOption({ label: 'Days of my own' })
    await page.getByLabel('From').fill('2026-03-08')
    await page.getByLabel('Until').fill('2026-03-08')
    await page.getByText('payment for training').first().waitFor()
    expect(page.url()).toContain('from=2026-03-08&until=2026-03-08')
    await page.getByText('RUB 1,500.00').first().waitFor()
    const days = page.locator('section', { has: page.getByRole('heading', { name: 'By day' }) })
    await days.locator('.recharts-bar-rectangle').first().waitFor()
    await days.getByText('Orders', { exact: true }).click()
    await page.waitForURL(/show=orders/)
    await days.locator('.recharts-bar-rectangle').first().waitFor()
    await days.getByText('Table', { exact: true }).click()
    await expect
      .poll(async () =>
        (await days.locator('tbody td').allTextContents()).map((text) => text.replaceAll('\u00a0', ' ')),
      )
      .toEqual(['Mar 8', '2', 'RUB 3,500.00', '1', 'RUB 1,500.00'])
    await page.getByLabel('Until').fill('2026-03-07')
    await page.getByText('The first day comes after the last.').waitFor()
    await page.getByLabel('Range').selectOption('7')
    await page.getByText('Nothing was sold in these days.').waitFor()
    await unpaid.getByRole('link', { name: 'Show all' }).click()
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'Waiting' }).isChecked()).toBe(true)
    expect(complaints).toEqual([])
  })
})
