/** When there is too much to do, what is refused, and that the rest goes on. */
import { pino } from 'pino'
import { describe, expect, test, vi } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, call, checked, gateOf, linesOf, type Service, signed, testService } from '../../test/service.ts'
import { Overload, overloadLimits } from './overload.ts'

const { lookMs, lateMs, lateForMs, workMs, restMs, fewest, calmMs, mostWaiting } = overloadLimits
/** Between two requests. */
const everyMs = 0.5
/** For as many there is time in a turn. */
const inTime = workMs / everyMs

interface Watched {
  readonly overload: Overload
  readonly clock: { now: number }
  /** A turn of the loop that takes so long, and then looks. */
  readonly turn: (milliseconds: number) => void
  /** How many of so many requests are not refused. */
  readonly answered: (requests: number, milliseconds?: number) => number
}

function watched(): Watched {
  const clock = { now: 0 }
  const overload = new Overload({ limits: overloadLimits, log: pino({ level: 'silent' }), now: () => clock.now })
  const turn = (milliseconds: number): void => {
    clock.now += milliseconds
    overload.look()
  }
  const answered = (requests: number, milliseconds = everyMs): number => {
    let count = 0
    for (let request = 0; request < requests; request += 1) {
      clock.now += milliseconds
      if (overload.isFull()) overload.refuse()
      else count += 1
    }
    return count
  }
  return { overload, clock, turn, answered }
}

function overloaded(): Watched {
  const given = watched()
  for (let at = 0; at <= lateForMs + 2 * lateMs; at += lateMs) given.turn(lookMs + lateMs + 1)
  return given
}

describe('a loop', () => {
  test.each<[string, readonly number[]]>([
    ['that is on time', Array.from({ length: 200 }, () => lookMs)],
    ['of 1,000 callers who wait for their answers', Array.from({ length: 200 }, () => 70)],
    ['that is late as long as it may be', Array.from({ length: 200 }, () => lookMs + lateMs)],
    ['that stood still once, for a minute', [lookMs, 60_000, lookMs]],
    ['that a long list stops now and then', Array.from({ length: 99 }, (_, at) => (at % 3 === 2 ? lookMs : 300))],
  ])('%s is not overloaded', (_what, turns) => {
    const { turn, answered } = watched()
    for (const milliseconds of turns) turn(milliseconds)
    expect(answered(2 * inTime)).toBe(2 * inTime)
  })

  test('that is late each time for long answers for a part of each turn, and refuses the rest', () => {
    const { overload, turn, answered } = overloaded()
    turn(lookMs)
    expect(answered(120)).toBe(inTime)
    turn(0)
    expect(answered(120)).toBe(inTime)
    expect(overload.refused).toBe(2 * (120 - inTime))
  })

  test('refuses none of a few, however slow the machine is', () => {
    const { turn, answered } = overloaded()
    for (let at = 0; at < 10; at += 1) {
      turn(2 * lateMs)
      expect(answered(fewest, 10)).toBe(fewest)
    }
  })

  test('that comes to no timer for seconds, with sockets to read all that time, is overloaded', () => {
    const { answered } = watched()
    expect(answered(1_000)).toBe(1_000)
    const share = workMs / (workMs + restMs)
    const count = answered(8_000)
    expect(count / 8_000).toBeGreaterThan(share - 0.05)
    expect(count / 8_000).toBeLessThan(share + 0.1)
  })

  test('is overloaded until nothing was refused for a second', () => {
    const { turn, answered } = overloaded()
    answered(2 * inTime)
    for (let at = 0; at <= calmMs; at += workMs) {
      turn(0)
      expect(answered(inTime)).toBe(inTime)
    }
    turn(0)
    expect(answered(2 * inTime)).toBe(2 * inTime)
  })

  test('refuses what would only wait for others that wait', () => {
    const { overload, turn } = watched()
    const begun = Array.from({ length: mostWaiting }, () => overload.begin())
    turn(lookMs)
    turn(lookMs)
    expect(overload).toMatchObject({ underWay: mostWaiting, waiting: mostWaiting })
    expect(overload.isFull()).toBe(true)
    overload.end(begun[0] ?? 0)
    expect(overload.isFull()).toBe(false)
    expect(overload).toMatchObject({ underWay: mostWaiting - 1, waiting: mostWaiting - 1 })
  })

  test('refuses nothing of what came all at once, and is answered as fast as can be', () => {
    const { overload, turn } = watched()
    for (let at = 0; at < 5; at += 1) {
      const begun = Array.from({ length: 4 * mostWaiting }, () => overload.begin())
      turn(lateMs)
      expect(overload.isFull()).toBe(false)
      for (const one of begun) overload.end(one)
      expect(overload).toMatchObject({ underWay: 0, waiting: 0 })
    }
  })

  test('that refused those who would wait has no part for answers in its turns', () => {
    const { overload, turn, answered } = watched()
    const begun = Array.from({ length: mostWaiting }, () => overload.begin())
    turn(lookMs)
    turn(lookMs)
    expect(answered(1)).toBe(0)
    overload.end(begun[0] ?? 0)
    expect(answered(2 * inTime)).toBe(2 * inTime)
  })
})

const body = signed({ email: 'buyer@example.com' })
const other = signed({ email: 'nobody@example.com' })

/** A service with one call under way, which is all that it takes. */
async function full(): Promise<{ service: Service; release: () => Promise<void> }> {
  const service = await testService({ limits: { overload: { ...overloadLimits, lookMs: 1, mostWaiting: 1 } } })
  const { reached, release } = await gateOf(service)
  const waiting = call(service, { body })
  await reached
  await vi.waitUntil(() => service.load.waiting === 1)
  return {
    service,
    async release() {
      release()
      expect(await waiting).toMatchObject({ status: 200, code: 0 })
    },
  }
}

describe('a call that is refused', () => {
  test('hears when to come again, and may do so on the same connection', async () => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    const reply = await connection.send(bytesOfCall({ body: other })).reply()
    expect(checked(service, reply, { signedWith: '' })).toEqual({
      status: 503,
      code: 3,
      text: 'Wrong posted data',
      result: [],
    })
    expect(reply.headers.get('retry-after')).toBe('2')
    expect(reply.headers.get('request-id')).toMatch(/^[\da-f]{6}-\d+$/)
    expect(reply.headers.get('connection')).toBe('keep-alive')
    await release()
    const again = await connection.send(bytesOfCall({ body: other })).reply()
    expect(checked(service, again, { requestHash: other.slice(-32) })).toMatchObject({ status: 200, code: 400 })
  })

  test('is answered before its body has come, and the rest of it is no request', async () => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    const bytes = bytesOfCall({ body: other })
    connection.send(bytes.slice(0, -20))
    expect((await connection.reply()).status).toBe(503)
    connection.send(bytes.slice(-20))
    await release()
    expect((await connection.send(bytesOfCall({ body: other })).reply()).body).toContain('"error_code":400,')
  })

  test.each(['/v1/orders?limit=1', '/v1', 'http://localhost/v1/orders'])('to %s hears of a problem', async (target) => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    const reply = await connection.send(bytesOfCall({ method: 'POST', target })).reply()
    expect(reply.status).toBe(503)
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(reply.headers.get('retry-after')).toBe('2')
    expect(JSON.parse(reply.body)).toEqual({
      type: '/v1/problems/overloaded',
      title: 'More is asked than can be answered',
      status: 503,
      request_id: reply.headers.get('request-id'),
    })
    await release()
  })

  test('is told to people, where people look', async () => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    const reply = await connection.send(bytesOfCall({ method: 'GET', target: '/bill/1/x/' })).reply()
    expect(reply.status).toBe(503)
    expect(reply.body).toMatch(/^The server has more to do than it can\./)
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const head = await connection.send(bytesOfCall({ method: 'HEAD', target: '/' })).reply({ isHead: true })
    expect(head.status).toBe(503)
    await release()
  })

  test('leaves the connection open for what is on it already', async () => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    connection.send(bytesOfCall({ body: other }) + bytesOfCall({ body: other }))
    expect([(await connection.reply()).status, (await connection.reply()).status]).toEqual([503, 503])
    await release()
  })

  test('is counted, and the log tells of it once', async () => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    for (let times = 0; times < 3; times += 1) await connection.send(bytesOfCall({ body: other })).reply()
    expect(service.load).toMatchObject({ underWay: 1, refused: 3 })
    await release()
    expect(service.load.underWay).toBe(0)
    expect(linesOf(service).filter(({ level }) => level === 40)).toMatchObject([{ underWay: 1 }])
  })
})

test.each(['/healthz', '/readyz', '/readyz?verbose', 'http://localhost/healthz'])(
  '%s is answered, however much there is to do',
  async (target) => {
    const { service, release } = await full()
    const connection = await testConnection(service)
    const { status } = await connection.send(bytesOfCall({ method: 'GET', host: 'localhost', target })).reply()
    expect(status).toBe(200)
    await release()
  },
)
