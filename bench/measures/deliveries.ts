/** Notifications a second to one receiver, beside a plain loop that sends as many and keeps no account of them. */
import { openStore } from '../../packages/server/src/store/open.ts'
import { importOrders } from '../../packages/server/src/transfer/import.ts'
import { key, linesOf, login, withFolder } from '../data.ts'
import { runProgram, startBillkeep, startCounterpart } from '../processes.ts'
import { median } from '../statistics.ts'
import { count, row } from '../table.ts'
import type { Settings } from './measure.ts'
import { tester } from '../../packages/server/test/tester.ts'

const notifications = 3_000

export async function deliveries({ rounds }: Settings): Promise<void> {
  const receiver = await startCounterpart('receiver.ts')
  const url = `http://127.0.0.1:${receiver.port}/`
  const arrived = async (): Promise<number> => {
    const [number = NaN, milliseconds = NaN] = (await (await fetch(url)).text()).split(' ').map(Number)
    if (number < notifications) throw new Error(`Only ${number} of ${notifications} arrived.`)
    return (number / milliseconds) * 1_000
  }
  const ours: number[] = []
  const reference: number[] = []
  for (let round = 1; round <= Math.min(rounds, 3); round += 1) {
    await delivered(url)
    ours.push(await arrived())
    await runProgram('plain-sender.ts', url, notifications)
    reference.push(await arrived())
  }
  await receiver.stop()
  row(
    'notifications to one receiver',
    `${count(median(ours))} a second`,
    `plain fetch: ${count(median(reference))} a second`,
    median(ours) / median(reference),
  )
}

/** Pays as many orders, then lets a server tell of it; resolves when all have arrived. */
async function delivered(url: string): Promise<void> {
  await withFolder('deliveries', async (dataDir) => {
    const store = await openStore({ dataDir, clock: Date.now })
    const { id } = await store.shops.create(login, tester, { key })
    await store.shops.configure(login, tester, { notify: { paid: url } })
    const shop = store.forShop(id, tester)
    await importOrders({ shop, source: linesOf(notifications * 5), update: false })
    const waiting: number[] = []
    for await (const { number, pay_status } of shop.orders.all()) if (pay_status === 'waiting') waiting.push(number)
    const payment = { to: 'paid', at: Date.now(), payway: '' } as const
    await Promise.all(waiting.slice(0, notifications).map(async (number) => shop.orders.change(number, payment)))
    await store.close()
    const server = await startBillkeep(dataDir, '--allow-private-targets')
    const reader = await openStore({ dataDir, clock: Date.now })
    while ((await reader.forShop(id, tester).deliveries.list({ state: 'pending', limit: 1 })).length > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
    }
    await reader.close()
    await server.stop()
  })
}
