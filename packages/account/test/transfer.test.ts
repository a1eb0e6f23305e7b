/** Orders as files on the account page. */
import { text as textOf } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { orderOf, storedOrders } from '../../server/test/orders.ts'
import { tester } from '../../server/test/tester.ts'
import { aliceOf } from '../../server/test/v1.ts'
import type { Order } from '../../server/src/rules/order.ts'
import { writeOrderLine } from '../../server/src/transfer/order-line.ts'
import { accessibilityFaults, openBrowser, signedIn } from './browser.ts'

const file = (...orders: readonly Order[]): string => orders.map((order) => `${writeOrderLine(order)}\n`).join('')

async function choose(page: Page, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'orders.ndjson',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(text),
  })
}

/** What the browser saves when that is clicked. */
async function saved(page: Page, role: 'button' | 'link', name: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download')
  await page.getByRole(role, { name }).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: await textOf(await download.createReadStream()) }
}

describe.skipIf(!hasTool('chromium'))('import and export on the account page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('a file with bad lines is refused, and taken without them', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/transfer' })
    const shop = await aliceOf(service)
    const text = `${file(orderOf({ number: 1 }))}nonsense\n{"number":2,"email":"nobody"}\n${file(orderOf({ number: 3 }))}`
    await choose(page, text)
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByText('Nothing was imported, as lines in the file are wrong.').waitFor()
    await page.getByRole('row', { name: '2 is not JSON nonsense' }).waitFor()
    await page.getByRole('row', { name: /^3 email is not an e-mail address/ }).waitFor()
    expect(await storedOrders(shop)).toHaveLength(3)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await saved(page, 'button', 'Save these lines')).toEqual({
      name: 'wrong-lines.ndjson',
      text: '# line 2: is not JSON\nnonsense\n# line 3: email is not an e-mail address\n{"number":2,"email":"nobody"}\n',
    })
    await page.getByRole('button', { name: 'Import another file' }).click()
    await choose(page, text)
    await page.getByLabel('Pass over lines that are wrong').check()
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByText('New: 2 orders').waitFor()
    await page.getByText('Passed over: 2 lines').waitFor()
    expect((await storedOrders(shop)).map(({ number }) => number)).toEqual([1, 3, 258_367, 258_368, 258_369])
    const [row] = await shop.audit.list({ limit: 1 })
    expect(row).toMatchObject({ action: 'orders.imported', actor: { face: 'account' }, details: { added: 2 } })
    expect(complaints).toEqual([])
  })

  test('what is stopped imports nothing', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/transfer' })
    await page.route('**/v1/orders/import*', () => undefined)
    await choose(page, file(orderOf({ number: 1 })))
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. Nothing was imported.').waitFor()
    expect(await storedOrders(await aliceOf(service))).toHaveLength(3)
  })

  test('orders are saved as CSV, and as lines that can be imported again', async () => {
    const { page } = await signedIn(browser, 'staff', { path: '/transfer' })
    const csv = await saved(page, 'link', 'Download')
    expect(csv.name).toBe('alice-orders-2026-01-01.csv')
    expect(csv.text).toMatch(/^number,email,/)
    await page.getByLabel('Format').selectOption('ndjson')
    await page.getByLabel('Status').selectOption('waiting')
    const lines = await saved(page, 'link', 'Download')
    expect(lines.name).toBe('alice-orders-2026-01-01.ndjson')
    expect(lines.text).toMatch(/^\{"number":258368,[^\n]*\n$/)
    await choose(page, lines.text)
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByText('Nothing was to be done: all of it was there already.').waitFor()
  })

  test('a file without orders or of another kind is told apart, and leaving the page stops what it sends', async () => {
    const { page } = await signedIn(browser, 'staff', { path: '/transfer' })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.CSV', mimeType: 'text/csv', buffer: Buffer.from('a') })
    await page.getByText('This is CSV, which is for spreadsheets.').waitFor()
    await choose(page, '\n# nothing\n')
    await page.getByRole('button', { name: 'Import' }).click()
    await page.getByText('There is no order in this file.').waitFor()
    await page.getByRole('button', { name: 'Import another file' }).click()
    await page.route('**/v1/orders/import*', () => undefined)
    await choose(page, file(orderOf({ number: 1 })))
    await page.getByRole('button', { name: 'Import' }).click()
    const stopped = page.waitForEvent('requestfailed')
    await page.getByRole('link', { name: 'Products' }).click()
    expect((await stopped).url()).toContain('/v1/orders/import')
  })

  test('days of an export are those of the shop, the last included', async () => {
    const { page, service } = await signedIn(browser, 'staff', { path: '/transfer' })
    await service.store.shops.configure('alice', tester, { timeZone: 'Asia/Tokyo' })
    await page.reload()
    await page.getByLabel('Created from').fill('2026-01-31')
    await page.getByLabel('until').fill('2026-01-31')
    await page.getByText('Asia/Tokyo').last().waitFor()
    const address = await page.getByRole('link', { name: 'Download' }).getAttribute('href')
    expect(Object.fromEntries(new URL(address ?? '', page.url()).searchParams)).toMatchObject({
      created_from: '2026-01-30T15:00:00.000Z',
      created_until: '2026-01-31T15:00:00.000Z',
    })
  })
})
