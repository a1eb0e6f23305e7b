/** The keys and tokens of a shop, and who may see them, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { alice, call, forget, signed } from '../../server/test/service.ts'
import { aliceOf, callV1 } from '../../server/test/v1.ts'
import { accessibilityFaults, openBrowser, signedIn } from './browser.ts'

const day = 86_400_000
const question = { email: 'buyer@example.com' }

describe.skipIf(!hasTool('chromium'))('the pages about the API', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('show the key when asked, and change it while an old script goes on', async () => {
    const { page, context, service, complaints } = await signedIn(browser, 'owner', { path: '/api' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Show the key' }).waitFor()
    expect(await page.getByText(alice.key).count()).toBe(0)
    await page.getByRole('button', { name: 'Show the key' }).click()
    await page.getByText(alice.key).waitFor()
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(alice.key)

    await page.getByRole('button', { name: 'Make a new key' }).click()
    await page.getByLabel('The present key still works for').selectOption('1 day')
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('The key from before still works until').waitFor()
    const key = (await page.getByRole('region', { name: 'Key of the order API' }).textContent()) ?? ''
    expect(key).toMatch(/^\w{40}$/)
    forget(service)
    expect((await call(service, { body: signed(question) })).code).toBe(0)
    expect((await call(service, { body: signed(question, { ...alice, key }) }, key)).code).toBe(0)
    service.clock.now += day
    expect((await call(service, { body: signed(question) }, key)).code).toBe(4)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Hide it' }).click()
    expect(await page.getByText(key).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('make a token that is shown once, and revoke it', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/api' })
    await page.getByText('No tokens yet.').waitFor()
    await page.getByRole('button', { name: 'New token' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Stock list')
    await dialog.getByLabel('Products').selectOption('look and change')
    await dialog.getByLabel('Addresses and ranges').fill('127.0.0.1\nnonsense')
    await dialog.getByRole('button', { name: 'Make it' }).click()
    await dialog.getByText('«nonsense» is neither an address nor a range').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByLabel('Addresses and ranges').fill('127.0.0.1')
    await dialog.getByRole('button', { name: 'Make it' }).click()
    const token = (await page.getByRole('region', { name: 'Stock list' }).textContent()) ?? ''
    const mayDo = async (path: string): Promise<number> => (await callV1(service, { at: path, token })).status
    expect([await mayDo('/orders/258367'), await mayDo('/products'), await mayDo('/coupons')]).toEqual([200, 200, 403])
    await page.getByRole('button', { name: 'I have kept it' }).click()
    expect(await page.getByText(token).count()).toBe(0)
    const made = (await (await aliceOf(service)).tokens.list())[0]
    expect(made).toMatchObject({ scopes: ['orders:read', 'products:write'], allowedAddresses: ['127.0.0.1'] })
    await page.getByRole('button', { name: 'Revoke: Stock list' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('Revoked', { exact: true }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    forget(service)
    expect(await mayDo('/orders/258367')).toBe(401)
    expect(complaints).toEqual([])
  })

  test('let in certain addresses only, and say what is none', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/api' })
    const list = page.getByLabel('Addresses and ranges')
    await list.fill('192.0.2.0/24, nonsense')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('«nonsense» is neither an address nor a range').waitFor()
    await list.fill('192.0.2.0/24')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    forget(service)
    expect((await call(service, { body: signed(question) })).code).toBe(6)
  })

  test('change what the shop is called and where it is', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/settings' })
    await page.getByLabel('Name').fill('Anna bakes')
    await page.getByLabel('Time zone').selectOption('Europe/Berlin')
    await page.getByLabel('An order is paid', { exact: true }).fill('https://shop.example.com/paid.php')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await (await aliceOf(service)).shop.get()).toMatchObject({
      title: 'Anna bakes',
      timeZone: 'Europe/Berlin',
      language: 'en',
      notify: { paid: 'https://shop.example.com/paid.php', created: '' },
    })
    expect(complaints).toEqual([])
  })

  test('are not there for staff', async () => {
    const { page, at } = await signedIn(browser, 'staff')
    expect(await page.getByRole('link', { name: 'API' }).count()).toBe(0)
    for (const path of ['/api', '/api/console', '/api/requests', '/members', '/settings']) {
      await page.goto(at(path))
      await page.getByRole('heading', { name: 'For owners' }).waitFor()
      expect(await page.getByText(alice.key).count()).toBe(0)
    }
  })

  test('show what was asked as it happens, and why a signature was wrong', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/api/requests' })
    const { requests } = await aliceOf(service)
    const asked = {
      at: service.clock.now,
      face: 'api',
      operation: 'GetBills',
      outcome: 'refused',
      code: '4',
      status: 200,
      micros: 412,
      address: '203.0.113.7',
      caller: '',
      fault: 'sorted',
      skipped: 0,
    } as const
    await page.getByText('Nothing was asked yet.').waitFor()
    await requests.add([asked])
    await page.getByText('The parameters were sorted before they were signed').waitFor()
    await page.getByText('4 · Incorrect hash').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await requests.add([{ ...asked, operation: 'CreateOrder', fault: '', outcome: 'ok', code: '0' }])
    await page.getByLabel('Outcome').selectOption('OK')
    await page.getByRole('cell', { name: 'CreateOrder' }).waitFor()
    expect(await page.getByRole('cell', { name: 'GetBills' }).count()).toBe(0)
    expect(page.url()).toContain('outcome=ok')
    expect(complaints).toEqual([])
  })
})
