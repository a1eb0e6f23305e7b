/** Letting others in, in a real Chromium. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { openBrowser, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('the members of a shop', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('are invited by a link that is passed on, get another role, and are shut out', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/members' })
    await page.getByText('Anna Smith (you)').waitFor()
    await page.getByLabel('E-mail').fill('olga@example.com')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = (await page.getByRole('region', { name: 'Link for signing in' }).textContent()) ?? ''
    await page.getByRole('button', { name: 'Withdraw: olga@example.com' }).waitFor()

    const context = await browser.newContext({ locale: 'en-US' })
    onTestFinished(() => context.close())
    const other = await context.newPage()
    await other.goto(link)
    await other.getByText('You are invited to the shop alice as staff.').waitFor()
    await other.getByLabel('Your name').fill('Olga')
    await other.getByLabel('Choose a password').fill('another password')
    await other.getByRole('button', { name: 'Go in' }).click()
    await other.getByRole('heading', { name: 'Overview' }).waitFor()

    await page.reload()
    await page.getByLabel('Role: olga@example.com').selectOption('owner')
    expect(await page.getByText('Invited, and not here yet').count()).toBe(0)
    const { id } = await service.store.shops.get('alice')
    const roleOf = async (): Promise<unknown> =>
      (await service.store.members.list(id)).find(({ name }) => name === 'Olga')?.role
    await expect.poll(roleOf).toBe('owner')
    await page.getByRole('button', { name: 'Shut out: olga@example.com' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByRole('button', { name: 'Shut out: olga@example.com' }).waitFor({ state: 'detached' })
    expect(await roleOf()).toBeUndefined()
    await page.getByLabel('Role: anna@example.com').selectOption('staff')
    await page.getByText('The shop would have no owner left.').waitFor()
    expect(complaints).toEqual([])
  })

  test('are not let in by an invitation that was withdrawn', async () => {
    const { page, at, complaints } = await signedIn(browser, 'owner', { path: '/members' })
    await page.getByLabel('E-mail').fill('olga@example.com')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = (await page.getByRole('region', { name: 'Link for signing in' }).textContent()) ?? ''
    await page.getByRole('button', { name: 'Withdraw: olga@example.com' }).click()
    await page.getByText('Withdraw the invitation of olga@example.com?').waitFor()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('Invited, and not here yet').waitFor({ state: 'detached' })
    // The link that opens nothing is not left to be passed on.
    expect(await page.getByRole('region', { name: 'Link for signing in' }).count()).toBe(0)
    await page.goto(at('/welcome'))
    await page.goto(link)
    await page.getByText('This link has been used or has expired.').waitFor()
    expect(complaints).toEqual([])
  })
})
