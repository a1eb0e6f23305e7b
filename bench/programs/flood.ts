/**
 * More than a server can answer, a process of its own: calls by the clock, whether answers are there or not, each on a
 * connection that is free, as a proxy would send them. On this machine only, and bounded in every way.
 * Takes one `Flood` by message, answers with a `FloodResult`.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Calls, requestsOf } from '../calls.ts'

export interface Flood {
  readonly port: number
  readonly seconds: number
  /** Calls a second. */
  readonly rate: number
  /** A call that comes when all are busy is not sent, as if it had not got through. */
  readonly mostConnections: number
  readonly calls: Calls
  readonly seed: number
}

export interface FloodResult {
  /** Calls that were due. */
  readonly wanted: number
  /** From the moment a call was due to its whole answer, in milliseconds. */
  readonly answeredMs: readonly number[]
  readonly refusedMs: readonly number[]
}

/** After the last call was due; what is not answered then never was. */
const patienceMs = 3_000
const atOnce = 100
const [closingBrace, five] = [0x7d, 0x35]
/** Where `503` begins in `HTTP/1.1 503`. */
const statusAt = 9

async function run({ port, seconds, rate, mostConnections, calls, seed }: Flood): Promise<FloodResult> {
  const nextRequest = requestsOf(calls, port, seed)
  const [answeredMs, refusedMs, idle]: [number[], number[], Socket[]] = [[], [], []]
  const dueAt = new Map<Socket, number>()
  const ended = Promise.withResolvers<void>()
  let [wanted, sent] = [0, 0]

  function send(socket: Socket, at: number): void {
    dueAt.set(socket, at)
    sent += 1
    socket.write(nextRequest())
  }

  async function open(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true)
    await once(socket, 'connect')
    let received: Buffer | undefined
    socket.on('error', ended.reject).on('data', (chunk: Buffer) => {
      received = received === undefined ? chunk : Buffer.concat([received, chunk])
      // All answers end so, and not before: a cheap look leaves the core to the calls.
      if (received.at(-1) !== closingBrace) return
      const latencies = received[statusAt] === five ? refusedMs : answeredMs
      received = undefined
      latencies.push(performance.now() - (dueAt.get(socket) ?? 0))
      idle.push(socket)
    })
    return socket
  }

  // Before: more at once than a server takes would wait for a second to try again, which is no fault of the server's.
  while (idle.length < mostConnections) idle.push(...(await Promise.all(Array.from({ length: atOnce }, open))))
  const start = performance.now()
  let [next, turn]: [number, NodeJS.Immediate | undefined] = [start, undefined]
  const spin = (): void => {
    const now = performance.now()
    const end = Math.min(now, start + seconds * 1_000)
    for (; next <= end; next += 1_000 / rate) {
      wanted += 1
      const socket = idle.pop()
      if (socket !== undefined) send(socket, next)
    }
    const isOver = now > start + seconds * 1_000
    if (isOver && answeredMs.length + refusedMs.length === sent) ended.resolve()
    else if (now > start + seconds * 1_000 + patienceMs) ended.resolve()
    else turn = setImmediate(spin)
  }
  spin()
  await ended.promise
  clearImmediate(turn)
  for (const socket of new Set([...idle, ...dueAt.keys()])) socket.destroy()
  return { wanted, answeredMs, refusedMs }
}

process.once('message', (flood: Flood) => {
  run(flood).then(
    (result) => process.send?.(result, () => process.disconnect?.()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})
