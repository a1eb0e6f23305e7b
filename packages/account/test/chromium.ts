import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

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
