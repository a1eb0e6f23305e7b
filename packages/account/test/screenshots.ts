/** npm run screenshots: pictures of every page of the account page in both themes, into docs/images. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { openEdge } from '../../server/src/http/edge.ts'
import { createLog } from '../../server/src/log.ts'
import type { Actor } from '../../server/src/rules/actor.ts'
import { openStore } from '../../server/src/store/open.ts'
import type { Store } from '../../server/src/store/store.ts'
import { openBrowser } from './chromium.ts'
import { inTheme, settled } from './settled.ts'
import { pictureShop } from './screenshots/shop.ts'
import { shownPages } from './shown-pages.ts'

const folder = join(import.meta.dirname, '../../../docs/images')
const person = { email: 'anna@example.com', name: 'Anna', password: 'a long password' }
/** So that two runs give the same pictures. */
const now = Date.UTC(2026, 1, 3, 15, 30)
const cli: Actor = { face: 'cli', name: 'screenshots', address: '' }
/** Of 100; half the size of the same picture as PNG. */
const quality = 80

const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
const store = await openStore({ dataDir, clock: () => now })
const edge = await openEdge({
  store,
  hosts: ['127.0.0.1'],
  port: 0,
  trustProxy: false,
  baseDomains: ['localhost'],
  callsPerMinute: 0,
  checkOutput: true,
  clock: () => now,
  log: createLog('fatal', { write: () => undefined }),
})
const browser = await openBrowser()
try {
  mkdirSync(folder, { recursive: true })
  const { id, ...shown } = await pictureShop(store, now)
  const at = (path: string): string => `http://127.0.0.1:${edge.port}/account${path}`
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1200, height: 800 },
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  const invitation = await invitationOf(store, id)
  await take(page, at(`/welcome#${invitation}`), 'welcome')
  await take(page, at('/'), 'sign-in')
  await signIn(context, at, invitation)
  // The library of signing in goes by the real clock.
  await page.route('**/auth/list-sessions', async (route) => {
    const text = await (await route.fetch()).text()
    await route.fulfill({
      contentType: 'application/json',
      body: text.replaceAll(/"(createdAt|updatedAt)":"[^"]*"/g, `"$1":"${new Date(now).toISOString()}"`),
    })
  })
  for (const { path, address } of shownPages(shown)) await take(page, at(address), nameOf(path))
} finally {
  await browser.close()
  await edge.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}

async function invitationOf({ invitations }: Store, shopId: number): Promise<string> {
  return invitations.create(shopId, { email: person.email, role: 'owner', expires: now + 3_600_000 }, cli)
}

async function signIn({ request }: BrowserContext, at: (path: string) => string, token: string): Promise<void> {
  const { email, name, password } = person
  await request.post(at('/welcome'), { data: { token, name, password } })
  await request.post(at('/auth/sign-in/email'), { data: { email, password } })
}

/** `orders` and `orders-number` of `/orders` and `/orders/:number`. */
function nameOf(path: string): string {
  const name = path.replaceAll(/[^\w]+/g, '-').replaceAll(/^-|-$/g, '')
  return name === '' ? 'overview' : name
}

async function take(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
  const session = await page.context().newCDPSession(page)
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(page, theme)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    const file = join(folder, `${name}-${theme}.webp`)
    const bytes = Buffer.from(data, 'base64')
    writeFileSync(file, bytes)
    console.log(`${name}-${theme}.webp: ${Math.round(bytes.length / 1_000)} kB`)
  }
}
