/** Customers who order and look at their orders all the time, through several nodes, whatever happens. */
import { setTimeout as delay } from 'node:timers/promises'
import { acknowledged, type Answer, ask, orderFields } from './caller.ts'

export interface Load {
  /** The e-mail of each order that was acknowledged, by its number. */
  readonly orders: ReadonlyMap<number, string>
  /** When each node last took an order, and last answered GetBills with one, by `performance.now()`. */
  readonly lastTaken: ReadonlyMap<number, number>
  readonly lastFound: ReadonlyMap<number, number>
  /** Every answer that was an error, and what was wrong with each answer that never should have been. */
  readonly refused: readonly Answer[]
  readonly wrong: readonly string[]
  /** The longest that a call took, in milliseconds. */
  readonly longestMs: () => number
  /** Lets all come to the end of what they are doing; each order that was begun is known then. */
  end(): Promise<void>
}

/** As a program does that was told to try again. */
const retryMs = 50

/** `each` callers of both kinds for each node. */
export function startLoad(ports: readonly number[], each: number): Load {
  const orders = new Map<number, string>()
  const lastTaken = new Map<number, number>()
  const lastFound = new Map<number, number>()
  const refused: Answer[] = []
  const wrong: string[] = []
  const ending = new AbortController()
  let longestMs = 0
  let customers = 0

  async function called(port: number, name: string, fields: Parameters<typeof ask>[2]): Promise<Answer> {
    const answer = await ask(port, name, fields)
    longestMs = Math.max(longestMs, answer.tookMs)
    if (answer.code === 0 || answer.code === 601) return answer
    refused.push(answer)
    if (answer.status !== 500 && answer.status !== 503)
      wrong.push(`${name} answers ${answer.status} with code ${answer.code}`)
    else if (answer.retryAfter === undefined) wrong.push(`${name} does not say when to ask again`)
    await delay(retryMs)
    return answer
  }

  async function order(port: number): Promise<void> {
    while (!ending.signal.aborted) {
      const email = `customer${(customers += 1)}@example.com`
      for (let number: number | undefined; number === undefined;) {
        number = acknowledged(await called(port, 'CreateOrder', orderFields(email)))
        if (number === undefined) continue
        if (orders.has(number)) wrong.push(`${number} was given to ${email} and to ${orders.get(number)}`)
        orders.set(number, email)
        lastTaken.set(port, performance.now())
      }
    }
  }

  async function look(port: number): Promise<void> {
    while (!ending.signal.aborted) {
      const [number, email] = [...orders].at(-1) ?? []
      if (number === undefined) {
        await delay(retryMs)
        continue
      }
      const { code, result } = await called(port, 'GetBills', { email })
      if (code !== 0) continue
      lastFound.set(port, performance.now())
      if (typeof result !== 'object' || result === null || !(String(number) in result)) {
        wrong.push(`GetBills does not know ${number} of ${email}`)
      }
    }
  }

  const callers = ports.flatMap((port) => Array.from({ length: each }, () => [order(port), look(port)]).flat())
  const all = Promise.all(callers)
  all.catch((error: unknown) => wrong.push(String(error)))
  return {
    orders,
    lastTaken,
    lastFound,
    refused,
    wrong,
    longestMs: () => longestMs,
    async end() {
      ending.abort()
      await all
    },
  }
}
