/** What sellers do by mistake, and what goes wrong around the page, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { alice } from '../../server/test/service.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('the account page, come what may', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('changes things where it was opened without HTTPS, too', async () => {
    const { page, at, service, complaints } = await signedIn(browser)
    // As browsers have it for http://192.0.2.1.
    await page.addInitScript(() => {
      Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    })
    await page.goto(at('/orders/new'))
    await page.getByRole('button', { name: 'Take the order' }).waitFor()
    await page.goto(at('/orders/258368'))
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('button', { name: 'Return' }).waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'paid' })
    expect(complaints).toEqual([])
  })

  test('makes one new key where Yes is clicked twice: the key before it goes on working', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/api' })
    await page.getByRole('button', { name: 'Make a new key' }).click()
    await page.getByRole('button', { name: 'Yes' }).dblclick()
    await page.getByText('The key from before still works until').waitFor()
    expect((await service.store.shops.get('alice')).keys.at(1)).toBe(alice.key)
  })

  test('asks again for an amount that is none, and takes it by Enter', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/orders/258368' })
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    const amount = page.getByLabel('What came in')
    await amount.fill('12abc')
    await page.getByRole('button', { name: 'Yes' }).click()
    expect(await amount.evaluate((field: HTMLInputElement) => field.validity.patternMismatch)).toBe(true)
    await page.getByRole('dialog').waitFor()
    await amount.fill('')
    await amount.press('Enter')
    await page.getByRole('button', { name: 'Return' }).waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'paid' })
  })
})
