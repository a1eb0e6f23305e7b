/** What axe finds on a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'
import { settled } from './settled.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A line for each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await settled(page)
  const evaluate = await worldOf(page)
  if ((await evaluate('typeof axe')) === 'undefined') await evaluate(`${axe};undefined`)
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })
  const found = await evaluate(`axe.run(${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 160) + ' ' + failureSummary)))`)
  return found as readonly string[]
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** A world of its own, where the page's policy does not forbid axe; the same for as long as the document is. */
async function worldOf(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const begun = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, begun)
  const session = await begun
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
      expression,
    })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description)
    return result.value as unknown
  }
}
