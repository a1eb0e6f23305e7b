/** The account page in a real browser, at a service of the test's own. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Service, type ServiceOptions, testService } from '../../server/test/service.ts'
import { tester } from '../../server/test/tester.ts'
import { settled } from './settled.ts'

export { openBrowser } from './chromium.ts'
export { settled }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Visit {
  readonly service: Service
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained about: errors of scripts, and what the policy of the page forbids. */
  readonly complaints: readonly string[]
  readonly at: (path: string) => string
}

export const person = { email: 'anna@example.com', password: 'a long password' }

type Role = 'owner' | 'staff'

/** A page that has just opened the link of an invitation to alice's shop. */
export async function invited(browser: Browser, role: Role = 'owner'): Promise<Visit> {
  const service = await testService()
  const token = await invitation(service, role)
  const visit = await visitOf(browser, service)
  await visit.page.goto(visit.at(`/welcome#${token}`))
  return visit
}

export interface SignedInOptions {
  readonly service?: ServiceOptions
  /** Where the visit begins, after `/account`; left out: the overview. */
  readonly path?: string
}

/** Somebody of alice's shop who is signed in; that it goes by the page too is for its own test. */
export async function signedIn(
  browser: Browser,
  role: Role = 'owner',
  { service: options, path = '/' }: SignedInOptions = {},
): Promise<Visit> {
  const service = await testService(options)
  const token = await invitation(service, role)
  const visit = await visitOf(browser, service)
  const { request } = visit.context
  const { email, password } = person
  await request.post(visit.at('/welcome'), { data: { token, name: 'Anna Smith', password } })
  const reply = await request.post(visit.at('/auth/sign-in/email'), { data: { email, password } })
  if (!reply.ok()) throw new Error(`Signing in was answered with ${reply.status()}: ${await reply.text()}`)
  await visit.page.goto(visit.at(path))
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  return visit
}

async function invitation({ store, clock }: Service, role: Role): Promise<string> {
  const { id } = await store.shops.get('alice')
  return store.invitations.create(id, { email: person.email, role, expires: clock.now + 3_600_000 }, tester)
}

async function visitOf(browser: Browser, service: Service): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1200, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  const at = (path: string): string => `http://127.0.0.1:${service.port}/account${path}`
  return { service, context, page, complaints, at }
}

/** What axe finds against WCAG 2.2 AA, a line each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await settled(page)
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
