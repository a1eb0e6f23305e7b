/** What sellers do by mistake, and what goes wrong around the page, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { alice, type Service } from '../../server/test/service.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { tester } from '../../server/test/tester.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { invited, openBrowser, person, settled, signedIn } from './browser.ts'

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
    await amount.fill('99999')
    await page.getByText(/^Only .* is due\.$/).waitFor()
    await amount.press('Enter')
    await amount.fill('')
    await amount.press('Enter')
    await page.getByRole('button', { name: 'Return' }).waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'paid' })
  })

  test('shows a page, and says which, at addresses that are wrong', async () => {
    const { page, at, complaints } = await signedIn(browser, 'staff')
    for (const [path, heading] of [
      ['/orders?from=abc&until=999999-01-01', 'Orders'],
      ['/?days=99999999999999', 'Overview'],
      ['/products/edit?name=', 'New product'],
      ['/nothing', 'There is no such page'],
    ] as const) {
      await page.goto(at(path))
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      expect(await page.title()).toBe(`${heading} · Billkeep`)
    }
    expect(complaints).toEqual([])
  })

  test('goes on after a part of it did not come', async () => {
    const { page, context } = await signedIn(browser)
    await context.route('**/assets/products-*', (route) => route.abort())
    await page.getByRole('link', { name: 'Products' }).click()
    await page.getByText('This cannot be shown: the server is away').waitFor()
    await page.getByRole('link', { name: 'Customers' }).click()
    await page.getByRole('heading', { name: 'Customers' }).waitFor()
    await page.getByRole('link', { name: 'Products' }).click()
    await context.unroute('**/assets/products-*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Products' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/account/products')
  })

  test('asks who it is where the session was ended elsewhere, and goes on from there', async () => {
    const { page, context, at } = await signedIn(browser, 'owner', { path: '/customers' })
    await context.request.post(at('/auth/sign-out'), { data: {}, headers: { origin: new URL(page.url()).origin } })
    await page.getByRole('link', { name: 'Products' }).click()
    await page.getByLabel('E-mail').fill(person.email)
    // In the language of the page, as all of it.
    await page.getByLabel('Language').selectOption('ru')
    await page.getByRole('button', { name: 'Показать или скрыть пароль' }).click()
    await page.getByLabel('Язык').selectOption('en')
    await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Products' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/account/products')
  })

  test('lets the keys go past what all pages have, and go on in a page that was followed to', async () => {
    const { page } = await signedIn(browser, 'owner', { path: '/orders' })
    await page.keyboard.press('Tab')
    await page.getByRole('link', { name: 'To the content' }).press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Views')
    await page.getByRole('link', { name: '258367' }).press('Enter')
    await page.getByRole('heading', { name: 'Order 258367' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('All orders')
  })

  test('makes one webhook, and one token, of a double click', async () => {
    const { page, at, service } = await signedIn(browser, 'owner', { path: '/webhooks' })
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByLabel('Address').fill('https://receiver.example.com/hooks')
    await page.getByRole('button', { name: 'Save' }).dblclick()
    await page.getByRole('button', { name: 'Close' }).waitFor()
    const shop = await aliceOf(service)
    expect(await shop.endpoints.list()).toHaveLength(1)
    await page.goto(at('/api'))
    await page.getByRole('button', { name: 'New token' }).click()
    await page.getByLabel('Name').fill('Stock list')
    await page.getByRole('button', { name: 'Make it' }).dblclick()
    await page.getByRole('cell', { name: 'Stock list', exact: true }).waitFor()
    expect(await shop.tokens.list()).toHaveLength(1)
  })

  test('can be reached as a whole on a small screen, with long names and large sums', async () => {
    const { page, at, service } = await signedIn(browser)
    const shop = await aliceOf(service)
    const long = 'x'.repeat(100)
    await addProduct(shop, { name: long, title: long, priceMinor: 9_999_999_999_999 })
    await page.setViewportSize({ width: 360, height: 400 })
    for (const path of ['/products', '/orders', `/products/edit?name=${long}`]) {
      await page.goto(at(path))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }
    await page.goto(at('/orders'))
    await page.getByRole('link', { name: '258367' }).waitFor()
    const table = page.getByRole('table')
    // Who, how it stands and how much, without moving it.
    expect(await table.evaluate((each) => each.scrollWidth)).toBeLessThanOrEqual(360 - 2 * 16)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('E-mail').waitFor()
  })

  test('undoes nothing that was changed meanwhile in another tab', async () => {
    const { page, context, at, service } = await signedIn(browser)
    const shop = await aliceOf(service)
    await addProduct(shop, { name: 'course', title: 'Course', priceMinor: 100 })
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(at('/products/edit?name=course'))
      await tab.getByLabel('Title').waitFor()
    }
    await other.getByLabel('Title').fill('Long course')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByText('Saved.').waitFor()
    await page.getByLabel('Price').fill('5')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await shop.products.find('course')).toMatchObject({ title: 'Long course', priceMinor: 500 })
    // What it said before can be said again.
    await page.getByLabel('Price').fill('1')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await shop.products.find('course'))?.priceMinor).toBe(100)
  })

  test('shows how it is where somebody else was faster, and says so', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/orders/258368' })
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    await (await aliceOf(service)).orders.delete(258_368)
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('Order 258368 is deleted.').waitFor()
    expect(await page.getByRole('button', { name: 'Mark as paid' }).count()).toBe(0)
  })

  test('leaves a list on the page that could not be asked for again', async () => {
    const { page, context } = await signedIn(browser, 'owner', { path: '/orders' })
    await page.getByRole('link', { name: '258367' }).waitFor()
    await context.route('**/v1/orders?*', (route) => route.fulfill({ status: 422, body: '{"detail":"Not now."}' }))
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('This did not work: Not now.').waitFor()
    expect(await page.getByRole('link', { name: '258367' }).count()).toBe(1)
    await context.unroute('**/v1/orders?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('This did not work: Not now.').waitFor({ state: 'detached' })
  })

  test('keeps its shop in each tab, and leaves what is of the one when another is chosen', async () => {
    const { page, context, at, service } = await signedIn(browser)
    const token = await invitationTo('Bob', service)
    await context.request.post(at('/welcome'), { data: { token, password: person.password } })
    await page.goto(at('/orders/258367'))
    await page.getByRole('heading', { name: 'Order 258367' }).waitFor()
    const other = await context.newPage()
    await other.goto(at('/settings'))
    await other.getByLabel('Shop').selectOption('Bob')
    await other.getByRole('heading', { name: 'For owners' }).waitFor()
    expect(await page.getByLabel('Shop').inputValue()).toBe('alice')
    await page.getByLabel('Shop').selectOption('Bob')
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/account/orders')
  })

  test('says what is wrong with what somebody types who was invited', async () => {
    const { page, complaints } = await invited(browser)
    await page.getByLabel('Your name').fill('x'.repeat(101))
    await page.getByLabel('Choose a password').fill(person.password)
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByText('A name has at most 100 characters.').waitFor()
    expect(complaints).toEqual([])
  })

  test('lets who has a password already into another shop with that one only, and at once', async () => {
    const { page, context, at, service } = await signedIn(browser)
    const token = await invitationTo('Bob', service)
    await context.clearCookies()
    await page.goto('about:blank')
    await page.goto(at(`/welcome#${token}`))
    const password = page.getByRole('textbox', { name: 'Password' })
    await password.fill('not the password')
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByText('The e-mail address or the password is wrong.').waitFor()
    await password.fill(person.password)
    await page.getByRole('button', { name: 'Go in' }).click()
    await page.getByLabel('Shop').waitFor()
    expect(await page.getByLabel('Shop').locator('option').allTextContents()).toEqual(['alice', 'Bob'])
  })
})

/** The token of a link for whoever is signed in. */
async function invitationTo(login: string, { store, clock }: Service): Promise<string> {
  const { id } = await store.shops.get(login)
  return store.invitations.create(id, { email: person.email, role: 'staff', expires: clock.now + 60_000 }, tester)
}
