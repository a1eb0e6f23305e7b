/**
 * The load, a process of its own: keep-alive connections over plain sockets, signed calls. An HTTP client would need
 * more than the core it has. Takes one `Load` by message, answers with a `LoadResult`.
 */
import { connect, type Socket } from 'node:net'
import { requestsOf, type Calls } from '../calls.ts'

export interface Load {
  readonly port: number
  readonly seconds: number
  readonly connections: number
  readonly calls: Calls
  readonly seed: number
  /** Calls a second, sent by the clock whether answers are there or not; left out: each connection as fast as it can. */
  readonly rate?: number | undefined
}

export interface LoadResult {
  readonly callsPerSecond: number
  /** From the moment a call was due to its whole answer, in milliseconds. */
  readonly latenciesMs: readonly number[]
  /** Bytes of the last answer's body. */
  readonly bodyBytes: number
}

const headerEnd = Buffer.from('\r\n\r\n')

/** One connection with one call under way; `onAnswer` gets the size of the body. */
function openConnection(port: number, onAnswer: (bodyBytes: number) => void, fail: (error: Error) => void): Socket {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  let received: Buffer = Buffer.alloc(0)
  let expected = 0
  let bodyBytes = 0
  socket.on('error', fail).on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    if (expected === 0) {
      const end = received.indexOf(headerEnd)
      if (end === -1) return
      const head = received.toString('latin1', 0, end)
      bodyBytes = Number(/content-length: (\d+)/i.exec(head)?.[1])
      expected = end + headerEnd.length + bodyBytes
      if (!head.startsWith('HTTP/1.1 200 ')) fail(new Error(head))
    }
    if (received.length < expected) return
    if (!received.includes('"error_code":0') && !received.includes('"error_code":400,') && isOfOrderApi(received))
      fail(new Error(String(received)))
    received = Buffer.alloc(0)
    expected = 0
    onAnswer(bodyBytes)
  })
  return socket
}

/** Answers of API v1 tell by their status alone whether they are errors. */
function isOfOrderApi(answer: Buffer): boolean {
  return answer.includes('"error_code":')
}

async function run(load: Load): Promise<LoadResult> {
  const nextRequest = requestsOf(load.calls, load.port, load.seed)
  const latenciesMs: number[] = []
  const intervalMs = load.rate === undefined ? 0 : 1_000 / load.rate
  const start = performance.now()
  const end = start + load.seconds * 1_000
  let bodyBytes = 0
  const ended = Promise.withResolvers<void>()

  const idle: Socket[] = []
  const due: number[] = []
  const dueAt = new Map<Socket, number>()

  const send = (socket: Socket, at: number): void => {
    dueAt.set(socket, at)
    socket.write(nextRequest())
  }
  const sockets = Array.from({ length: load.connections }, () => {
    const socket = openConnection(
      load.port,
      (bytes) => {
        const now = performance.now()
        latenciesMs.push(now - (dueAt.get(socket) ?? now))
        bodyBytes = bytes
        if (now > end) ended.resolve()
        else if (intervalMs === 0) send(socket, now)
        else if (due.length > 0) send(socket, due.shift() ?? now)
        else idle.push(socket)
      },
      ended.reject,
    )
    return socket
  })

  let next = start
  let turn: NodeJS.Immediate | undefined
  // Never sleeps: waking a sleeping core costs the server, on a virtual machine more than the call itself.
  const spin = (): void => {
    if (intervalMs > 0) {
      for (const now = performance.now(); next <= now; next += intervalMs) {
        const socket = idle.pop()
        if (socket === undefined) due.push(next)
        else send(socket, next)
      }
    }
    turn = setImmediate(spin)
  }
  if (intervalMs > 0) idle.push(...sockets)
  else for (const socket of sockets) send(socket, start)
  spin()
  await ended.promise
  clearImmediate(turn)
  const seconds = (performance.now() - start) / 1_000
  for (const socket of sockets) socket.destroy()
  return { callsPerSecond: latenciesMs.length / seconds, latenciesMs, bodyBytes }
}

process.once('message', (load: Load) => {
  run(load).then(
    (result) => process.send?.(result, () => process.disconnect?.()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})
