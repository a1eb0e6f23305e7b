/** Customers and orders taken by hand on the account page, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { call, signed } from '../../server/test/service.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { accessibilityFaults, openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('customers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('are found by address, with all orders, their totals, and just what GetBills answers', async () => {
    const { page, at, service, context, complaints } = await signedIn(browser, 'owner', { path: '' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(at('/customers'))
    await page.getByLabel('E-mail').fill('only@bob.example')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText('Nobody has ordered as only@bob.example.').waitFor()
    await page.getByLabel('E-mail').fill('BUYER@example.com')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('heading', { name: 'Anna Ivanova' }).waitFor()
    expect(page.url()).toContain('/customers?email=BUYER%40example.com')
    expect(await page.getByRole('row').count()).toBe(3)
    await page.getByText('RUB 1,500.02').waitFor()

    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const copied = JSON.parse(await page.evaluate(async () => navigator.clipboard.readText())) as unknown
    const { code, text, result } = await call(service, { body: signed({ email: 'buyer@example.com' }) })
    expect(copied).toEqual({ error_code: code, error_text: text, result })
    await page.getByLabel('Asked for (pay_status)').selectOption('cancelled')
    await page.getByText('"Order not found"').waitFor()
    await page.getByRole('link', { name: '258368' }).click()
    await page.getByRole('heading', { name: 'Order 258368' }).waitFor()
    await page.getByRole('link', { name: 'buyer@example.com' }).click()
    await page.getByRole('heading', { name: 'Anna Ivanova' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('an order is taken by hand, and what is wrong with it stands beside the fields', async () => {
    const { page, at, service, complaints } = await signedIn(browser, 'owner', { path: '' })
    const shop = await aliceOf(service)
    await addProduct(shop, { name: 'course' })
    await addProduct(shop, { name: 'apron', kind: 'physical', priceMinor: 90_000 })
    await shop.coupons.add({
      code: 'HALF',
      discount: { basisPoints: 5_000 },
      validFrom: null,
      validUntil: null,
      products: [],
      partner: null,
    })
    await page.goto(at('/orders'))
    await page.getByRole('link', { name: 'New order' }).click()
    await page.getByRole('combobox', { name: 'Product' }).fill('apron')
    await page.getByRole('option', { name: 'The apron' }).click()
    await page.getByRole('button', { name: 'Add a product' }).click()
    await page.getByRole('combobox', { name: 'Product' }).last().fill('course')
    await page.getByRole('option', { name: 'The course' }).click()
    await page.getByLabel('Price here').last().fill('1500')
    await page.getByText('Total: RUB 2,400.00').waitFor()
    await page.getByLabel('E-mail').fill('not an address')
    await page.getByLabel('First name').fill('Nina')
    await page.getByLabel('Last name').fill('Petrova')
    await page.getByLabel('Country').fill('Russia')
    await page.getByLabel('City').fill('Tver')
    await page.getByLabel('Street, house, flat').fill('Main 1')
    await page.getByLabel('Postal code').fill('170000')
    await page.getByLabel('Coupon').fill('half')
    await page.getByLabel('Tag').fill('phone')
    await page.getByRole('button', { name: 'Take the order' }).click()
    const beside = page.locator('.mantine-InputWrapper-root', { hasText: '«email» must be an e-mail address.' })
    await beside.getByLabel('E-mail').fill('new@example.com')
    await page.getByRole('button', { name: 'Take the order' }).click()
    await page.getByRole('heading', { name: /^Order \d+/ }).waitFor()
    const number = Number(/orders\/(\d+)/.exec(page.url())?.[1])
    expect(await shop.orders.get(number)).toMatchObject({
      email: 'new@example.com',
      first_name: 'Nina',
      tag: 'phone',
      kupon: 'HALF',
      pay_status: 'waiting',
      items: [
        { name: 'apron', sumMinor: 45_000 },
        { name: 'course', sumMinor: 150_000 },
      ],
    })
    expect(complaints).toEqual([])
  })
})
