/** The account page in a real browser, at a service of the test's own. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { type Service, type ServiceOptions, testService } from '../../server/test/service.ts'
import { tester } from '../../server/test/tester.ts'
import { settled } from './settled.ts'

export { accessibilityFaults } from './accessibility.ts'
export { settled }

export interface Visit {
  readonly service: Service
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained about: errors of scripts, and what the policy of the page forbids. */
  readonly complaints: readonly string[]
  readonly at: (path: string) => string
}

export const person = { email: 'anna@example.com', password: 'a long password' }

/** The one that all tests have, with what this file opens in it: that is gone when it is closed. */
export async function openBrowser(): Promise<Browser> {
  const answer = await fetch(inject('browserUrl'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(`There is no browser: ${text}`)
  return chromium.connect(text)
}

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
  /** Where the visit begins, after `/account`; left out: the overview, which takes a second; '': nowhere, as the test goes on by itself. */
  readonly path?: string
  /** The shop's login; of another than alice's it is made, and empty. */
  readonly shop?: string
}

/** Somebody of the shop who is signed in; that it goes by the page too is for its own test. */
export async function signedIn(
  browser: Browser,
  role: Role = 'owner',
  { service: options, path = '/', shop = 'alice' }: SignedInOptions = {},
): Promise<Visit> {
  const service = await testService(options)
  if (shop !== 'alice') await service.store.shops.create(shop, tester)
  const token = await invitation(service, role, shop)
  const visit = await visitOf(browser, service)
  const { request } = visit.context
  const { email, password } = person
  await request.post(visit.at('/welcome'), { data: { token, name: 'Anna Smith', password } })
  const reply = await request.post(visit.at('/auth/sign-in/email'), { data: { email, password } })
  if (!reply.ok()) throw new Error(`Signing in was answered with ${reply.status()}: ${await reply.text()}`)
  if (path === '') return visit
  await visit.page.goto(visit.at(path))
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  return visit
}

async function invitation({ store, clock }: Service, role: Role, shop = 'alice'): Promise<string> {
  const { id } = await store.shops.get(shop)
  return store.invitations.create(id, { email: person.email, role, expires: clock.now + 3_600_000 }, tester)
}

async function visitOf(browser: Browser, service: Service): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1200, height: 800 },
    // What moves is drawn sixty times a second.
    reducedMotion: 'reduce',
  })
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
