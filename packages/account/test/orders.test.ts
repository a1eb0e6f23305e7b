/** Orders on the account page: many of them, found, moved over by keys, and what is done with one. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { orderOf, putOrders } from '../../server/test/orders.ts'
import { addProduct, draftOf } from '../../server/test/scenario.ts'
import { tester } from '../../server/test/tester.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('orders', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('are filtered by what stands in the address, and the filters are kept as a view', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { path: '' })
    const shop = await aliceOf(service)
    await service.store.shops.configure('alice', tester, { timeZone: 'Europe/Moscow' })
    const created = (text: string): number => Date.parse(text)
    await putOrders(
      shop,
      orderOf({ number: 11, tag: 'vip', created: created('2026-03-07T20:59:59Z'), email: 'a@example.com' }),
      orderOf({ number: 12, tag: 'vip', created: created('2026-03-07T21:00:00Z'), email: 'b@example.com' }),
      orderOf({
        number: 13,
        created: created('2026-03-08T20:59:59Z'),
        email: 'c@example.com',
        pay_status: 'waiting',
        paid: null,
      }),
      orderOf({ number: 14, created: created('2026-03-08T21:00:00Z'), email: 'd@example.com' }),
    )
    const numbers = async (): Promise<string[]> =>
      (await page.locator('tbody tr td:first-child a').allTextContents()).map((text) => text.trim())
    await page.goto(at('/orders?from=2026-03-08&until=2026-03-08'))
    await expect.poll(numbers).toEqual(['13', '12'])
    // As the filter counts days, and whatever the zone of the browser.
    await page.getByText('Mar 8, 2026, 11:59 PM').waitFor()
    await page.getByText('Times: Europe/Moscow').waitFor()
    await page.getByLabel('Tag').fill('vip')
    await expect.poll(numbers).toEqual(['12'])
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByLabel('What the view is called').fill('Important')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Important' }).waitFor()

    await page.getByRole('link', { name: 'Orders', exact: true }).click()
    await page.getByLabel('Sort').selectOption({ label: 'Lowest number first' })
    await expect.poll(numbers).toEqual(['11', '12', '13', '14', '258367', '258368', '258369'])
    await page.getByText('Waiting', { exact: true }).first().click()
    await expect.poll(numbers).toEqual(['13', '258368'])
    await page.reload()
    await expect.poll(numbers).toEqual(['13', '258368'])
    await page.getByRole('checkbox', { name: 'Paid' }).focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/status=waiting%2Cpaid/)
    await expect.poll(numbers).toEqual(['11', '12', '13', '14', '258367', '258368'])
    await page.keyboard.press('Space')
    await expect.poll(numbers).toEqual(['13', '258368'])
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Important' }).click()
    await expect.poll(numbers).toEqual(['12'])
    await page.goBack()
    await expect.poll(numbers).toEqual(['13', '258368'])
    await page.goto(at('/orders?product=payment&q=nobody'))
    await page.getByText('No order fits.').waitFor()
    expect(complaints).toEqual([])
  })

  test('thousands are scrolled and moved over by keys, and never drawn all at once', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { path: '' })
    const shop = await aliceOf(service)
    const begin = Date.UTC(2026, 0, 1)
    await putOrders(
      shop,
      ...Array.from({ length: 400 }, (_, index) =>
        orderOf({ number: index + 1, created: begin + index * 60_000, email: `buyer${index}@example.com` }),
      ),
    )
    await page.goto(at('/orders'))
    await page.getByRole('link', { name: '400', exact: true }).waitFor()
    await page.getByLabel('Number, e-mail, name or phone').press('ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('400')
    for (let row = 0; row < 30; row += 1) await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('370')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Order 371' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Orders' }).waitFor()
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('order-search')
    await page.keyboard.type('/j')
    expect(await page.getByLabel('Number, e-mail, name or phone').inputValue()).toBe('/j')
    await page.getByLabel('Number, e-mail, name or phone').fill('')
    await page.getByRole('link', { name: '400', exact: true }).waitFor()
    // To the end: each page is asked for before its rows can be seen.
    await expect
      .poll(
        async () => {
          await page.evaluate(() => {
            window.scrollTo(0, document.body.scrollHeight)
          })
          return page.getByRole('link', { name: '258368', exact: true }).count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    expect(await page.locator('tbody tr[data-row]').count()).toBeLessThan(150)
    await page.getByLabel('Keys on this page').uncheck()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('order-search')
    expect(complaints).toEqual([])
  })

  test('one is noted, prepaid, told of again, deleted, and restored later', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { path: '' })
    const shop = await aliceOf(service)
    const url = 'http://127.0.0.1:9/told.php'
    const notify = { created: url, paid: '', prepaid: '', cancelled: '', returned: '' }
    await addProduct(shop, { name: 'course', prepaymentMinMinor: 1, notify })
    const placed = await shop.orders.place(draftOf())
    const number = 'number' in placed ? placed.number : 0
    const [delivery] = await shop.deliveries.list({ order: number, limit: 1 })
    await shop.deliveries.note(
      delivery?.id ?? '',
      { at: 0, status: 500, problem: 'answered 500', answer: '' },
      'failed',
    )
    await page.goto(at(`/orders/${number}`))
    await page.getByText('Nothing has come in yet.').waitFor()
    await page.getByLabel('Tag').fill('vip')
    await page.getByLabel('Comment').fill('Calls back on Monday')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await shop.orders.get(number)).toMatchObject({ tag: 'vip', comment: 'Calls back on Monday' })

    await page.getByRole('button', { name: 'Mark as paid' }).click()
    await page.getByLabel('What came in').fill('500')
    await page.getByLabel('How it was paid').fill('cash')
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('Paid in part').waitFor()
    expect(await shop.orders.get(number)).toMatchObject({ payments: [{ sumMinor: 50_000, payway: 'cash' }] })

    await page.getByText('failed', { exact: true }).waitFor()
    await page.getByText('answered 500').waitFor()
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByText('on its way').waitFor()
    expect(await shop.deliveries.find(delivery?.id ?? '')).toMatchObject({ state: 'pending', attempts: 0 })

    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText(`Order ${number} is deleted.`).waitFor()
    await page.goto(at('/orders?deleted=true'))
    await page.getByRole('link', { name: String(number) }).click()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByRole('button', { name: 'Cancel' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    // Who changed their mind may still pay.
    await page.getByRole('button', { name: 'Mark as paid' }).waitFor()
    expect(complaints).toEqual([])
  })
})
