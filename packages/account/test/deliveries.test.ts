/** Deliveries and webhooks on the account page, with real receivers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { receiver } from '../../server/test/receiver.ts'
import { addProduct, draftOf } from '../../server/test/scenario.ts'
import { aliceOf } from '../../server/test/v1.ts'
import type { ShopStore } from '../../server/src/store/store.ts'
import { openBrowser, settled, signedIn } from './browser.ts'
import { runnerFor } from './runner.ts'

/** A course whose scripts at that address are told that it was ordered and paid. */
async function course(shop: ShopStore, url: string): Promise<void> {
  const notify = { created: url, paid: url, prepaid: '', cancelled: '', returned: '' }
  await addProduct(shop, { name: 'course', notify })
}

describe.skipIf(!hasTool('chromium'))('deliveries on the account page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('an order that is marked as paid is told to a real receiver', async () => {
    const script = await receiver((response) => response.end('Access is given.'))
    const { page, service, complaints } = await signedIn(browser)
    const deliver = runnerFor(service)
    const shop = await aliceOf(service)
    await course(shop, `${script.url}/paid.php`)
    await shop.orders.place(draftOf({ email: 'anna@example.com' }))
    await deliver()
    await page.getByRole('link', { name: 'Orders' }).click()
    await page.getByRole('link', { name: '258370' }).click()
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('button', { name: 'Return' }).waitFor()
    await deliver()
    await script.until(2)
    expect(script.received[1]?.get('email')).toBe('anna@example.com')
    expect(script.received[1]?.get('last_payment_sum')).toBe('2000.00')
    await page.getByRole('link', { name: 'Deliveries' }).click()
    await page.getByRole('link', { name: 'Order paid' }).click()
    await page.getByText('Access is given.').waitFor()
    await page.getByText('answered 200').waitFor()
    await page.getByRole('rowheader', { name: 'last_payment_sum' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('what has failed is found by its state, and retried: one, or all of a time', async () => {
    const script = await receiver((response) => response.writeHead(500).end('out of disk'))
    const { page, at, service } = await signedIn(browser, 'owner', { path: '' })
    const deliver = runnerFor(service)
    // The page retries what happened in the last hours.
    service.clock.now = Date.now()
    const shop = await aliceOf(service)
    await course(shop, script.url)
    for (const email of ['a@example.com', 'b@example.com']) await shop.orders.place(draftOf({ email }))
    for (const { id } of await shop.deliveries.list({ limit: 10 })) {
      const attempt = { at: service.clock.now, status: 500, problem: 'answered 500', answer: 'out of disk' }
      await shop.deliveries.note(id, attempt, 'failed')
    }
    await page.goto(at('/deliveries'))
    await page.getByText('Failed', { exact: true }).first().click()
    await page.waitForURL(/state=failed/)
    await settled(page)
    expect(await page.getByRole('link', { name: 'Order created' }).count()).toBe(2)
    script.answer = (response) => response.end('better')
    await page.getByRole('link', { name: 'Order created' }).first().click()
    await page.getByText('out of disk').waitFor()
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.getByText('It is tried again now.').waitFor()
    await deliver()
    await page.getByText('better').waitFor()
    await page.goto(at('/deliveries?state=failed'))
    await page.getByRole('button', { name: 'Retry what has failed' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Retry what has failed' }).click()
    await page.getByText('Sent again: 1 delivery.').waitFor()
    await deliver()
    await script.until(2)
  })

  test('a webhook is made, tried out, changed, given a new secret, disabled and deleted', async () => {
    const program = await receiver((response) => response.end('I hear you'))
    const { page, service, complaints } = await signedIn(browser)
    const deliver = runnerFor(service)
    const shop = await aliceOf(service)
    await page.getByRole('link', { name: 'Webhooks' }).click()
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByLabel('Address').fill('ftp://crm.example.com/')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('http or https').waitFor()
    await page.getByLabel('Address').fill(`${program.url}/hooks`)
    await page.getByLabel('What it is for').fill('CRM')
    await page.getByRole('button', { name: 'Save' }).click()
    const secret = page.getByRole('dialog').getByText(/^whsec_/)
    await secret.waitFor()
    const first = await secret.textContent()
    // As where the page was not opened over HTTPS.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))
    await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copied')
    await page.keyboard.press('Escape')
    expect(await secret.isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Close' }).click()
    await secret.waitFor({ state: 'hidden' })
    expect((await shop.endpoints.target(1))?.secrets).toEqual([first])

    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('The test is on its way…').waitFor()
    await deliver()
    await page.getByText('It arrived: the receiver answered 200.').waitFor()
    await page.getByText('I hear you').waitFor()

    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByLabel('Only what is chosen here').check()
    await page.getByRole('checkbox', { name: 'Order created' }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await shop.endpoints.find(1)).toMatchObject({ types: ['order.paid'], description: 'CRM' })

    await page.getByRole('button', { name: 'New secret' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click()
    await secret.waitFor()
    expect((await shop.endpoints.target(1))?.secrets).toEqual([await secret.textContent(), first])
    await page.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText(/^Disabled by hand on/).waitFor()
    await page.getByRole('button', { name: 'Enable' }).click()
    await page.getByRole('button', { name: 'Send a test' }).waitFor()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('No webhook yet.').waitFor()
    expect(await shop.endpoints.list()).toEqual([])
    expect(complaints).toEqual([])
  })

  test('of another shop there is nothing to see', async () => {
    const { page, at } = await signedIn(browser, 'owner', { path: '' })
    await page.goto(at('/deliveries/1-0'))
    await page.getByText('There is no delivery 1-0 in this shop.').waitFor()
    await page.goto(at('/deliveries'))
    await page.getByText('Nothing has been sent yet.').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  })
})
