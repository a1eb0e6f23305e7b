/** `npm run bench -- --only orders-page`: what scrolling the table of orders costs when thousands are loaded. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './chromium.ts'
import { settled } from './settled.ts'
import { openEdge } from '../../server/src/http/edge.ts'
import { createLog } from '../../server/src/log.ts'
import { openStore } from '../../server/src/store/open.ts'
import type { Store } from '../../server/src/store/store.ts'
import { tester } from '../../server/test/tester.ts'
import { login, withShopOf } from '../../../bench/data.ts'
import { inTurn } from '../../../bench/statistics.ts'
import { row } from '../../../bench/table.ts'

const many = 5_000
const few = 300
/** A flick of the wheel, and a drag of the bar: what is drawn then is all new. */
const stepsPx = [150, 1_500]
const stepsPerRound = 40

const [, , rounds = '5'] = process.argv

await withShopOf(10_000, async (dataDir) => {
  const clock = Date.now
  const store = await openStore({ dataDir, clock })
  const edge = await openEdge({
    store,
    hosts: ['127.0.0.1'],
    port: 0,
    trustProxy: false,
    baseDomains: ['localhost'],
    callsPerMinute: 0,
    checkOutput: false,
    clock,
    log: createLog('fatal', { write: () => undefined }),
  })
  const browser = await openBrowser()
  try {
    const at = `http://127.0.0.1:${edge.port}/account`
    await measure(await pageWith(many, browser, store, at), await pageWith(few, browser, store, at))
  } finally {
    await browser.close()
    await edge.close()
    await store.close()
  }
})

/** The page's own thread, busy for so many milliseconds a step; 16 is one frame. */
async function measure(ours: Page, reference: Page): Promise<void> {
  for (const stepPx of stepsPx) {
    const pair = await inTurn(
      Number(rounds),
      async () => busyMs(ours, stepPx),
      async () => busyMs(reference, stepPx),
    )
    const what = `a step of ${stepPx} px over ${many.toLocaleString('en')} orders on the account page`
    row(what, `${pair.ours.toFixed(1)} ms busy`, `${few} orders: ${pair.reference.toFixed(1)} ms`, pair.ratio)
  }
}

/** One on which so many orders are loaded, by scrolling as a person does. */
async function pageWith(orders: number, browser: Browser, store: Store, at: string): Promise<Page> {
  const person = { email: `${orders}@example.com`, password: 'a long password' }
  const { id } = await store.shops.get(login)
  const expires = Date.now() + 3_600_000
  const token = await store.invitations.create(id, { email: person.email, role: 'owner', expires }, tester)
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } })
  await context.request.post(`${at}/welcome`, { data: { token, name: 'Anna', password: person.password } })
  await context.request.post(`${at}/auth/sign-in/email`, { data: person })
  const page = await context.newPage()
  await page.goto(`${at}/orders`)
  await page.locator('[data-row]').first().waitFor()
  await page.waitForFunction((wanted) => {
    window.scrollTo(0, document.body.scrollHeight)
    return document.querySelector(`[data-row="${wanted - 1}"]`) !== null
  }, orders)
  await settled(page)
  return page
}

/** Of a step to and fro near the end of what is loaded. */
async function busyMs(page: Page, stepPx: number): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
  }
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight - 5_000)
  })
  const before = await busySeconds()
  await page.evaluate(
    async ({ steps, px }) => {
      for (let step = 0; step < steps; step += 1) {
        window.scrollBy(0, step % 2 === 0 ? -px : px)
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve))
        })
      }
    },
    { steps: stepsPerRound, px: stepPx },
  )
  const busy = (await busySeconds()) - before
  await session.detach()
  return (busy * 1_000) / stepsPerRound
}
