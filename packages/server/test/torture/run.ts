/** A whole run: rounds of callers, each cut off by a kill and followed by a look at what is stored. */
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningServer } from '../../../../conformance/billkeep.ts'
import { openStore } from '../../src/store/open.ts'
import { Random } from '../fuzz/random.ts'
import { Caller } from './caller.ts'
import { check } from './check.ts'
import type { TortureDatabase } from './database.ts'
import { Line } from './line.ts'
import { Mailbox } from './mailbox.ts'
import { momentIn, reached } from './moment.ts'
import { makeShop, type TorturedShop } from './shop.ts'
import type { StoredOrder } from './stored.ts'
import { Tally } from './tally.ts'
import { Till } from './till.ts'
import { TortureFault } from './torture-fault.ts'
import { tester } from '../tester.ts'

export interface TortureOptions {
  /** Repeats a run, as far as a race can be repeated. */
  readonly seed: number
  readonly rounds: number
  /** In a round, before the kill. */
  readonly mostCalls: number
  readonly database: TortureDatabase
  /** After each round. */
  readonly onRound?: (round: number, tally: Tally) => void
  /** Ends the run after the round that is under way. */
  readonly signal?: AbortSignal
}

const callers = 32

/** Rejects with the first fault, which names the seed and the round. Leaves the database to whoever gave it. */
export async function torture(options: TortureOptions): Promise<Tally> {
  const { seed, rounds, onRound, signal } = options
  const mailbox = await Mailbox.open()
  let round = 0
  try {
    const run = await Run.on(options, mailbox)
    for (round = 1; round <= rounds; round++) {
      if (signal?.aborted === true) break
      await run.round(new Random(seed, round), round)
      onRound?.(round, run.tally)
    }
    await run.end(new Random(seed))
    return run.tally
  } catch (error) {
    const when = round > rounds ? 'at the end' : `round ${round}`
    throw new TortureFault(`seed ${seed}, ${when} of ${rounds} rounds`, error)
  } finally {
    mailbox.close()
  }
}

class Run {
  readonly tally = new Tally()
  readonly #options: TortureOptions
  readonly #mailbox: Mailbox
  readonly #shop: TorturedShop
  readonly #callers = Array.from({ length: callers }, () => new Caller())
  #serial = 0

  private constructor(options: TortureOptions, mailbox: Mailbox, shop: TorturedShop) {
    this.#options = options
    this.#mailbox = mailbox
    this.#shop = shop
  }

  static async on(options: TortureOptions, mailbox: Mailbox): Promise<Run> {
    const store = await openStore({ ...options.database.storeOptions, clock: Date.now })
    try {
      return new Run(options, mailbox, await makeShop(store, mailbox.receivers))
    } finally {
      await store.close()
    }
  }

  async round(random: Random, round: number): Promise<void> {
    const { seed, database, mostCalls } = this.#options
    // Those that were killed held them; fifteen seconds later they would be free.
    if (!random.once(4)) await database.endLeases()
    if (random.once(5)) await this.#killAtStart(AbortSignal.timeout(random.below(longestStartMs)))
    const moment = momentIn(random, mostCalls)
    await this.#serving(random.pick([1, 1, 2]), async (server, line, till) => {
      const calling = Promise.all(
        this.#callers.map((caller, index) =>
          caller.callOn({ ...this.#surroundings(line, till), random: new Random(seed, round * 1_000 + index) }),
        ),
      )
      // A fault among the callers is one at once; nobody else ends before the kill.
      await Promise.race([reached(moment, line, server.pid), calling])
      await Promise.all([server.kill(), till.kill()])
      await calling
    })
    await this.#check()
  }

  /** What was lost is asked for again, everything is delivered, and the server ends as it should. */
  async end(random: Random): Promise<void> {
    await this.#options.database.endLeases()
    await this.#serving(2, async (server, line, till) => {
      const surroundings = { ...this.#surroundings(line, till), random }
      await Promise.all(this.#callers.map((caller) => caller.repeatLost(surroundings)))
      await this.#allIsDone()
      line.close()
      const code = await server.stop()
      if (code !== 0) throw new TortureFault(`the server ended with ${code}: ${server.log().slice(-2_000)}`)
    })
    await this.#mailbox.check(this.#options.database, this.#shop, await this.#check())
    this.tally.notifications(this.#mailbox.arrived)
  }

  /** A server that mends what the last kill has left, and is killed over it. */
  async #killAtStart(killed: AbortSignal): Promise<void> {
    const server = await this.#options.database.serve({ killed }).catch((error: unknown) => {
      if (!killed.aborted) throw error
    })
    await server?.kill()
  }

  async #check(): Promise<readonly StoredOrder[]> {
    const slots = this.#callers.flatMap((caller) => caller.slots)
    const uncertain = slots.filter(({ mayBeThere }) => mayBeThere)
    const stored = await check(this.#options.database, this.#shop, slots)
    for (const { order } of uncertain) this.tally.settled(order !== undefined)
    return stored
  }

  #surroundings(line: Line, till: Till) {
    const { products } = this.#shop
    return {
      line,
      till,
      products,
      nextSerial: () => ++this.#serial,
      onAsked: this.tally.asked,
    }
  }

  /** Starts who serves, and sees to it that nobody is left. */
  async #serving(
    workers: number,
    work: (server: RunningServer, line: Line, till: Till) => Promise<void>,
  ): Promise<void> {
    const { database } = this.#options
    const till = new Till(database)
    try {
      const server = await database.serve({ workers, further: ['--allow-private-targets'] })
      const line = new Line(server.port)
      try {
        await work(server, line, till)
        refuseErrors(server)
      } catch (error) {
        throw new TortureFault(`with this as the end of the server's log: ${server.log().slice(-4_000)}`, error)
      } finally {
        line.isBeingCut = true
        line.close()
        await server.kill()
      }
    } finally {
      await till.kill()
    }
  }

  /** Looks now and then whether every order that outlives its time has, and everybody has heard everything. */
  async #allIsDone(): Promise<void> {
    const { database } = this.#options
    const store = await openStore({ ...database.storeOptions, clock: Date.now })
    try {
      const { deliveries } = store.forShop(this.#shop.id, tester)
      await this.#waitFor('an order has outlived its time', async () => {
        const orders = await database.rows('orders')
        return orders.every(({ cancel_at }) => cancel_at === null)
      })
      await this.#waitFor('a notification is on its way', async () => {
        const pending = await deliveries.list({ state: 'pending', limit: 1 })
        return pending.length === 0
      })
    } finally {
      await store.close()
    }
  }

  /** Throws TortureFault when it is not so for long, and meanwhile nothing arrives. */
  async #waitFor(otherwise: string, isDone: () => Promise<boolean>): Promise<void> {
    let { all } = this.#mailbox.arrived
    let deadline = performance.now() + patienceMs
    while (!(await isDone())) {
      if (this.#mailbox.arrived.all > all) deadline = performance.now() + patienceMs
      all = this.#mailbox.arrived.all
      if (performance.now() > deadline) throw new TortureFault(`${otherwise}, and stays so`)
      await delay(pollMs)
    }
  }
}

/** A server that has less to do serves by then. */
const longestStartMs = 1_000

/** Longer than the pause after which a delivery that failed is tried again. */
const patienceMs = 100_000
const pollMs = 200

function refuseErrors(server: RunningServer): void {
  const error = server
    .log()
    .split('\n')
    .find((line) => /"level":[56]0/.test(line))
  if (error !== undefined) throw new TortureFault(`the server logged an error: ${error}`)
}
