/** The account page in a real browser, at a service of the test's own. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Service, testService } from '../../server/test/service.ts'
import { tester } from '../../server/test/tester.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The system's own, without what it would ask of the network (it runs as root in CI). */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Visit {
  readonly service: Service
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained about: errors of scripts, and what the policy of the page forbids. */
  readonly complaints: readonly string[]
  readonly at: (path: string) => string
}

export const person = { email: 'anna@example.com', password: 'a long password' }

/** A page that has just opened the link of an invitation to alice's shop. */
export async function invited(browser: Browser, role: 'owner' | 'staff' = 'owner'): Promise<Visit> {
  const service = await testService()
  const { id } = await service.store.shops.get('alice')
  const expires = service.clock.now + 3_600_000
  const token = await service.store.invitations.create(id, { email: person.email, role, expires }, tester)
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1200, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  const at = (path: string): string => `http://127.0.0.1:${service.port}/account${path}`
  await page.goto(at(`/welcome#${token}`))
  return { service, context, page, complaints, at }
}

/** The same, once the password is chosen. */
export async function signedIn(browser: Browser, role?: 'owner' | 'staff'): Promise<Visit> {
  const visit = await invited(browser, role)
  const { page } = visit
  await page.getByLabel('Your name').fill('Anna Smith')
  await page.getByLabel('Choose a password').fill(person.password)
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  return visit
}

/** What axe finds against WCAG 2.2 AA, a line each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Colours that are on their way to others are no colours of the page.
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(async ({ finished }) => finished.catch(() => undefined)))
  })
  // In a world of its own, where the page's policy does not forbid it.
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const found = await session.send('Runtime.evaluate', {
    contextId: world.executionContextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `${axe};axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary)))`,
  })
  if (found.exceptionDetails !== undefined) throw new Error(found.exceptionDetails.exception?.description)
  return found.result.value as string[]
}
