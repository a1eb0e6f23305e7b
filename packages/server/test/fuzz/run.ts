/** A whole run: a server of its own, conversations one after the other on several lines, and a look at its memory. */
import { createReadStream, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type RunningServer } from '../../../../conformance/billkeep.ts'
import type { RawReply } from '../../../../conformance/raw-http.ts'
import { shops } from '../../../../conformance/fixture.ts'
import { openStore } from '../../src/store/open.ts'
import { importOrders } from '../../src/transfer/import.ts'
import { conversationOf, converse, FuzzFault, requestsIn } from './conversation.ts'
import { plainRequest } from './requests.ts'
import { tester } from '../tester.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly requests: number
  /** Only this conversation, to see a fault again. */
  readonly only?: number | undefined
  readonly onProgress?: (done: number, residentMb: number) => void
}

export interface FuzzReport {
  readonly requests: number
  readonly conversations: number
  readonly seconds: number
  /** Of the server, at each tenth of the run, in MB. */
  readonly residentMb: readonly number[]
  /** How many answers there were of each kind: `200 4` is HTTP 200 with error 4. */
  readonly answers: ReadonlyMap<string, number>
}

/** A leak shows in a small heap; a large one takes long to fill even without. */
const heapMb = 64

/** At once; more would only wait for the one core that the server has. */
const lines = 4

/** Rejects with the first fault, which names the seed and the conversation. */
export async function fuzz({ seed, requests, only, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'billkeep-fuzz-'))
  try {
    await fillStore(dataDir)
    const server = await serve(dataDir, { nodeOptions: `--max-old-space-size=${heapMb}` })
    const began = performance.now()
    const residentMb: number[] = []
    const answers = new Map<string, number>()
    let next = only ?? 0
    let done = 0

    async function talk(): Promise<void> {
      while (done < requests) {
        const number = next
        next += 1
        const conversation = conversationOf(seed, number)
        const replies = await named(seed, number, () =>
          converse({ host: '127.0.0.1', port: server.port }, conversation),
        )
        for (const kind of replies.map(kindOf)) answers.set(kind, (answers.get(kind) ?? 0) + 1)
        const before = done
        done += requestsIn(conversation)
        if (only !== undefined) return
        if (Math.floor((before * 10) / requests) === Math.floor((done * 10) / requests)) continue
        residentMb.push(memoryOf(server.pid))
        onProgress?.(done, residentMb.at(-1) ?? 0)
      }
    }

    try {
      await Promise.all(Array.from({ length: only === undefined ? lines : 1 }, talk))
      await converse(
        { host: '127.0.0.1', port: server.port },
        { requests: [plainRequest()], ending: undefined, isHasty: false, cuts: [] },
      )
    } finally {
      await endOf(server)
    }
    return { requests: done, conversations: next, seconds: (performance.now() - began) / 1_000, residentMb, answers }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Says how to see the fault again. */
async function named<Result>(seed: number, number: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new FuzzFault(
      `seed ${seed}, conversation ${number} (npm run fuzz -- --seed ${seed} --only ${number}): ${message}`,
    )
  }
}

function kindOf({ status, body }: RawReply): string {
  const code = /^\{"error_code":(\d+),/.exec(body.toString('latin1', 0, 40))?.[1]
  return `${status} ${code ?? 'no envelope'}`
}

/** A server that died, hangs or has something to complain of is a fault of its own. */
async function endOf(server: RunningServer): Promise<void> {
  const exitCode = await server.stop()
  const errors = server
    .log()
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line))
  if (exitCode !== 0) throw new FuzzFault(`the server ended with ${exitCode}: ${server.log().slice(-2_000)}`)
  if (errors.length > 0) throw new FuzzFault(`the server logged ${errors.length} errors: ${errors[0]}`)
}

async function fillStore(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, clock: Date.now })
  for (const { login, key, domains, allowed, enabled, orders } of shops) {
    const { id } = await store.shops.create(login, tester, { key })
    for (const domain of domains) await store.shops.addDomain(login, tester, domain)
    await store.shops.setAllowedAddresses(login, tester, allowed)
    if (!enabled) await store.shops.setEnabled(login, tester, false)
    if (orders !== undefined)
      await importOrders({ shop: store.forShop(id, tester), source: createReadStream(orders), update: false })
  }
  await store.close()
}

/** Resident, in MB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000
  } catch {
    return 0
  }
}
