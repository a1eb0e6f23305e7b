import { execFileSync } from 'node:child_process'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** A browser of one's own. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions())
}

/** The system's own, without what it would ask of the network (it runs as root in CI). */
export function launchOptions(): LaunchOptions {
  return {
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
  }
}
