/** The account page's table of orders in a real Chromium; a program of its own, as it knows what a browser's page is. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Settings } from './measure.ts'

const program = join(import.meta.dirname, '../../packages/account/test/orders-table.bench.ts')

export async function ordersPage({ rounds }: Settings): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, `${rounds}`])
  process.stdout.write(stdout)
}
