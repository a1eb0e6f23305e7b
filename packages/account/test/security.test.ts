/** What guards the account page, as somebody uses it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { totp } from '../../server/test/totp.ts'
import { accessibilityFaults, openBrowser, person, signedIn } from './browser.ts'

describe.skipIf(!hasTool('chromium'))('the security page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('turns a second factor on, which is then asked for; a kept code opens once', async () => {
    const { page, complaints } = await signedIn(browser, 'owner', { path: '/security' })
    const part = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) })
    await part.getByLabel('Present password').fill(person.password)
    await part.getByRole('button', { name: 'Turn on' }).click()
    const told = await part.getByText(/Or type in this key:/).textContent()
    const secret = told?.split(': ').at(-1) ?? ''
    await part.getByLabel('Code').fill('000000')
    await part.getByRole('button', { name: 'Go on' }).click()
    await part.getByText('That is not the code of this moment.').waitFor()
    await part.getByLabel('Code').fill(totp(secret))
    await part.getByRole('button', { name: 'Go on' }).click()
    const codes = (await part.locator('pre').textContent())?.split('\n') ?? []
    expect(await accessibilityFaults(page)).toEqual([])
    await part.getByRole('button', { name: 'I have kept them' }).click()
    await part.getByText('On: signing in asks for a code of your app.').waitFor()

    const signInWith = async (code: string): Promise<void> => {
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByLabel('E-mail').fill(person.email)
      await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByLabel('Code').fill(code)
      await page.getByRole('button', { name: 'Go on' }).click()
    }
    // As apps show it.
    await signInWith(totp(secret).replace(/^.../, '$& '))
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
    await signInWith(codes[0] ?? '')
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
    await signInWith(codes[0] ?? '')
    await page.getByText('That is not the code of this moment.').waitFor()
    await page.getByLabel('Code').fill(codes[1] ?? '')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
    await signInWith('000000')
    await page.getByText('That is not the code of this moment.').waitFor()
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('Sign in once more.').waitFor()
    await page.getByLabel('E-mail').waitFor()
    expect(complaints).toEqual([])
  })

  test('ends another session, and this one goes on', async () => {
    const { page, at } = await signedIn(browser, 'owner', { path: '/security' })
    const other = await browser.newContext({ locale: 'en-US' })
    try {
      await other.request.post(at('/auth/sign-in/email'), { data: { email: person.email, password: person.password } })
      expect((await other.request.get(at('/me'))).status()).toBe(200)
      await page.reload()
      await page.getByRole('button', { name: 'End' }).click()
      await page.getByRole('button', { name: 'End' }).waitFor({ state: 'detached' })
      expect((await other.request.get(at('/me'))).status()).toBe(401)
      await page.getByText('this browser').waitFor()
    } finally {
      await other.close()
    }
  })
})
