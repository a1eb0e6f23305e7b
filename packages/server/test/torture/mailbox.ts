/** Two receivers of notifications, and whether everything came, in its order. */
import { hash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { notificationOf } from '../../src/rules/event.ts'
import type { Order } from '../../src/rules/order.ts'
import { openStore } from '../../src/store/open.ts'
import { notificationBody } from '../../src/webhooks/notification.ts'
import type { TortureDatabase } from './database.ts'
import { key, type Receivers, type TorturedShop } from './shop.ts'
import type { StoredOrder } from './stored.ts'
import { TortureFault } from './torture-fault.ts'
import { tester } from '../tester.ts'

export class Mailbox {
  readonly receivers: Receivers
  readonly #servers: readonly Server[]
  /** How many had arrived when each came first. */
  readonly #first: Map<string, number>
  readonly #count: () => number

  private constructor(servers: readonly Server[], first: Map<string, number>, count: () => number) {
    const [a = '', b = ''] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    this.receivers = [a, b]
    this.#servers = servers
    this.#first = first
    this.#count = count
  }

  static async open(): Promise<Mailbox> {
    const first = new Map<string, number>()
    let count = 0
    const servers = await Promise.all(
      [1, 2].map(async () => {
        const server = createServer((request, response) => {
          const { host = '' } = request.headers
          // What was cut off by a kill has not arrived.
          text(request).then(
            (body) => {
              const letter = letterOf(`http://${host}${request.url}`, body)
              if (!first.has(letter)) first.set(letter, count)
              count += 1
              response.end('thanks')
            },
            () => {},
          )
        })
        await new Promise<void>((resolve) => {
          server.listen(0, '127.0.0.1', resolve)
        })
        return server
      }),
    )
    return new Mailbox(servers, first, () => count)
  }

  /** How many came, and how many of them for the first time. */
  get arrived(): { readonly all: number; readonly different: number } {
    return { all: this.#count(), different: this.#first.size }
  }

  /** When all is delivered. Throws TortureFault for what never came, came out of order, or tells of nothing. */
  async check(database: TortureDatabase, { id }: TorturedShop, stored: readonly StoredOrder[]): Promise<void> {
    const store = await openStore({ ...database.storeOptions, clock: Date.now })
    try {
      const { orders } = store.forShop(id, tester)
      let expected = 0
      for (const order of stored) expected += this.#checkOrder(order, orders.tokenOf(order.number))
      const { different } = this.arrived
      if (different !== expected) throw new TortureFault(`${different} different notifications came, not ${expected}`)
    } finally {
      await store.close()
    }
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections()
      server.close()
    }
  }

  #checkOrder({ number, events }: StoredOrder, token: string): number {
    const lastAt = new Map<string, number>()
    let expected = 0
    for (const { number: event, type, data, deliveries } of events) {
      const notification = notificationOf(type)
      if (notification === undefined) continue
      const order = JSON.parse(data) as Order
      const body = notificationBody({ event: { order }, notification, key, token })
      for (const { url, origin } of deliveries) {
        const at = this.#first.get(letterOf(url, body))
        if (at === undefined) throw new TortureFault(`event ${event} of order ${number} never came to ${url}`)
        if (at < (lastAt.get(origin) ?? 0))
          throw new TortureFault(`event ${event} of order ${number} came to ${url} before an earlier one`)
        expected += 1
      }
      for (const { url, origin } of deliveries) {
        lastAt.set(origin, Math.max(lastAt.get(origin) ?? 0, this.#first.get(letterOf(url, body)) ?? 0))
      }
    }
    return expected
  }
}

function letterOf(url: string, body: string): string {
  return hash('sha256', `${url}\n${body}`, 'base64url')
}
