/** For all tests: one Chromium, which is started when the first of them asks for it. */
import { createServer } from 'node:http'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the address of the browser. */
    readonly browserUrl: string
  }
}

// oxlint-disable-next-line import/no-default-export -- Vitest takes no other
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let launched: Promise<BrowserServer> | undefined
  const server = createServer((_, response) => {
    launched ??= chromium.launchServer({ ...launchOptions(), host: '127.0.0.1' })
    void launched.then(
      (browser) => response.end(browser.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  project.provide('browserUrl', `http://127.0.0.1:${address.port}/`)
  return async () => {
    server.closeAllConnections()
    server.close()
    await (await launched)?.close()
  }
}
