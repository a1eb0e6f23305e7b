/** What a seller does on the account page, in a real Chromium. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { hasTool } from '../../../scripts/test-tools.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { invited, openBrowser, person, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('the account page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('lets in who was invited, and again with the password; the link opens once', async () => {
    const { page, at, complaints } = await invited(browser)
    await page.getByLabel('Your name').fill('Anna Smith')
    await page.getByLabel('Choose a password').fill(person.password)
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail address or the password is wrong.').waitFor()
    await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.goto(at('/welcome#used'))
    await page.getByText('This link has been used or has expired.').waitFor()
    expect(complaints).toEqual([])
  })

  test('finds a customer, and marks an order as paid', async () => {
    const { page, service, complaints } = await signedIn(browser)
    await page.getByRole('link', { name: 'Orders' }).click()
    await page.getByRole('link', { name: '258367' }).waitFor()
    await page.getByLabel('Number, e-mail, name or phone').fill('258368')
    await page.getByRole('link', { name: '258367' }).waitFor({ state: 'detached' })
    expect(page.url()).toContain('/account/orders?q=258368')
    await page.getByRole('link', { name: '258368' }).click()
    await page.getByRole('heading', { name: 'Order 258368' }).waitFor()
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('button', { name: 'Return' }).waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'paid' })
    expect(complaints).toEqual([])
  })

  test('deletes an order and restores it', async () => {
    const { page, service, at } = await signedIn(browser, 'owner', { path: '' })
    await page.goto(at('/orders/258367'))
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('Order 258367 is deleted.').waitFor()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByRole('button', { name: 'Delete' }).waitFor()
    expect(await (await aliceOf(service)).orders.get(258_367)).toMatchObject({ number: 258_367 })
  })

  test("shows nothing of another shop's order", async () => {
    const { page, at } = await signedIn(browser, 'owner', { path: '' })
    await page.goto(at('/orders/1'))
    await page.getByText('There is no order 1 in this shop.').waitFor()
    expect(await page.getByText('only@bob.example').count()).toBe(0)
  })

  test('works by keyboard alone', async () => {
    const { page, at } = await signedIn(browser, 'owner', { path: '' })
    const focused = async (): Promise<unknown> => page.evaluate(() => document.activeElement?.textContent)
    await page.goto(at('/orders/258368'))
    await page.getByRole('button', { name: 'Mark as paid' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // Back where one was before, a moment later.
    await expect.poll(focused).toBe('Mark as paid')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Yes')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Return' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0)
  })

  test('speaks Russian to who asks for it', async () => {
    const { page, at } = await signedIn(browser)
    await page.getByLabel('Language').selectOption('ru')
    await page.getByRole('heading', { name: 'Обзор' }).waitFor()
    await page.goto(at('/orders'))
    await page.getByRole('heading', { name: 'Заказы' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('ru')
  })
})
