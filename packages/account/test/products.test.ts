/** Products, coupons and partners on the account page, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { receiver } from '../../server/test/receiver.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { tester } from '../../server/test/tester.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { accessibilityFaults, openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('what the shop sells', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('a product is created, refused where it is wrong, tried out, changed, found and deleted', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { service: { trial: {} }, path: '' })
    const shop = await aliceOf(service)
    await page.goto(at('/products'))
    await page.getByRole('link', { name: 'New product' }).click()
    await page.getByLabel('Name').fill('a,b')
    await page.getByLabel('Title').fill('Course of baking')
    await page.getByRole('textbox', { name: 'Price', exact: true }).fill('1 990,50')
    await page.getByLabel('Partner earns', { exact: true }).selectOption({ label: 'A percentage' })
    await page.getByRole('textbox', { name: 'A percentage' }).fill('12,5')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByText("cannot be a product's name").first().waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page)).toEqual([])
    }
    await page.getByLabel('Name').fill('baking')
    await page.getByLabel('Unpaid orders cancel themselves after').fill('36')
    await page.getByLabel('Unit of time').selectOption('hours')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Product baking' }).waitFor()
    expect(await shop.catalogue.product('baking')).toMatchObject({
      title: 'Course of baking',
      priceMinor: 199_050,
      timerMs: 129_600_000,
      fees: [{ basisPoints: 1_250 }, null],
    })

    const script = await receiver((response) => response.writeHead(500).end('no such buyer'))
    await page.getByLabel('Order paid', { exact: true }).fill(`${script.url}/paid.php`)
    await page.getByRole('button', { name: 'Send test: Order paid', exact: true }).click()
    await page.getByText('Not delivered: answered 500').waitFor()
    await page.getByText('no such buyer').waitFor()
    script.answer = (response) => response.end('thanks')
    // Soon after the first click, the second is none.
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Send test: Order paid', exact: true }).click()
        return page.getByText('Delivered. It answered 200').isVisible()
      })
      .toBe(true)
    expect(script.received[1]?.get('email')).toBe('test@example.com')

    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await shop.catalogue.product('baking')).toMatchObject({ notify: { paid: `${script.url}/paid.php` } })
    await page.getByRole('link', { name: '← Products' }).click()
    await page.getByLabel('Name or title').fill('nothing like it')
    await page.getByText('No product fits these words.').waitFor()
    await page.getByLabel('Name or title').fill('BAKING')
    await page.getByRole('link', { name: 'Course of baking' }).click()
    expect(await page.getByLabel('Unpaid orders cancel themselves after').inputValue()).toBe('36')
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('heading', { name: 'Products' }).waitFor()
    expect(await shop.catalogue.product('baking')).toBeUndefined()
    expect(complaints).toEqual([])
  })

  test('a coupon and its partner are created, changed and deleted', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { path: '' })
    const shop = await aliceOf(service)
    await addProduct(shop, { name: 'course' })
    await service.store.shops.configure('alice', tester, { timeZone: 'Asia/Tokyo' })
    await page.goto(at('/partners'))
    await page.getByText('No partners yet.').waitFor()
    await page.getByRole('link', { name: 'New partner' }).click()
    await page.getByLabel('Login').fill('mary')
    await page.getByLabel('Share').fill('12.5')
    await page.getByLabel('Brought by').fill('nobody')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByText('There is no partner «nobody».').first().waitFor()
    await page.getByLabel('Brought by').fill('')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('link', { name: 'mary' }).waitFor()

    await page.goto(at('/coupons/edit'))
    await page.getByLabel('Code').fill('50% off/now')
    await page.getByRole('textbox', { name: 'Discount' }).fill('50')
    await page.getByLabel('Valid until').fill('2026-12-31T23:59')
    await page.getByRole('combobox', { name: 'Products' }).fill('cour')
    await page.getByRole('option', { name: 'The course' }).click()
    await page.getByRole('textbox', { name: 'Partner' }).fill('MARY')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('link', { name: '50% off/now' }).click()
    await page.getByRole('heading', { name: 'Coupon 50% off/now' }).waitFor()
    await page.getByRole('combobox', { name: 'Discount' }).selectOption({ label: 'An amount' })
    await page.getByRole('textbox', { name: 'Discount' }).fill('300')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Coupons' }).waitFor()
    const product = await shop.catalogue.product('course')
    const partner = await shop.catalogue.partner('mary')
    expect(await shop.catalogue.coupon('50% OFF/NOW')).toMatchObject({
      validUntil: Date.parse('2026-12-31T23:59:00+09:00'),
      discount: { sumMinor: 30_000 },
      products: [product?.number],
      partner: partner?.number,
    })
    await page.getByRole('link', { name: '50% off/now' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('No coupons yet.').waitFor()

    await page.goto(at('/partners/edit?login=mary'))
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('No partners yet.').waitFor()
    expect(await shop.catalogue.partner('mary')).toBeUndefined()
    expect(complaints).toEqual([])
  })
})
