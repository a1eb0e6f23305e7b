/** What is measured, in which words, and that the page about it tells of all of it and of nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, type Call, type Service, signed, testService } from '../../test/service.ts'
import { countedDeliveries } from './counted-deliveries.ts'
import { createMetrics, type Metrics, textOfAll } from './metrics.ts'
import type { Sources } from './gauges.ts'
import type { DeliveryOutcome } from './meters.ts'
import { draftOf, addProduct } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'

const url = 'http://127.0.0.1:9/n.php'
const notify = { created: url, paid: url, prepaid: url, cancelled: url, returned: url }
const idle = { held: 0, failed: 0 }

async function measured(): Promise<{ service: Service; metrics: Metrics; ask: (call: Call) => Promise<void> }> {
  const metrics = createMetrics()
  const service = await testService({ observe: metrics.observe })
  metrics.watch({ store: service.store, edge: service, runner: idle })
  return {
    service,
    metrics,
    async ask(call) {
      const connection = await testConnection(service)
      await connection.send(bytesOfCall(call)).reply()
      connection.close()
    },
  }
}

/** The lines of those names, without comments. */
async function linesOf(metrics: Metrics, name: string): Promise<readonly string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name))
}

describe('requests', () => {
  const body = signed({ email: 'nobody@example.com' })

  test('are counted by what they were and what came of them', async () => {
    const { metrics, ask } = await measured()
    await ask({ body: signed({ email: 'buyer@example.com' }) })
    await ask({ body })
    await ask({ body: `${body}0` })
    await ask({ method: 'GET', target: '/v1/orders', host: 'localhost' })
    await ask({ method: 'GET', target: '/bill/1/x/' })
    await ask({ method: 'GET', target: '/healthz', host: 'localhost' })
    expect(await linesOf(metrics, 'billkeep_requests_total')).toEqual([
      'billkeep_requests_total{face="api",operation="GetBills",outcome="ok"} 1',
      'billkeep_requests_total{face="api",operation="GetBills",outcome="refused"} 2',
      'billkeep_requests_total{face="v1",operation="listOrders",outcome="refused"} 1',
      'billkeep_requests_total{face="bill",operation="none",outcome="refused"} 1',
      'billkeep_requests_total{face="page",operation="healthz",outcome="ok"} 1',
    ])
    expect(await linesOf(metrics, 'billkeep_refusals_total')).toEqual([
      'billkeep_refusals_total{face="api",code="400"} 1',
      'billkeep_refusals_total{face="api",code="4"} 1',
      'billkeep_refusals_total{face="v1",code="unauthenticated"} 1',
      'billkeep_refusals_total{face="bill",code="none"} 1',
    ])
    expect(await linesOf(metrics, 'billkeep_request_seconds_count{face="api"')).toEqual([
      'billkeep_request_seconds_count{face="api",operation="GetBills"} 3',
    ])
  })

  test('that failed by our fault are told apart', async () => {
    const { service, metrics, ask } = await measured()
    service.store.forShop = () => {
      throw new Error('Gone.')
    }
    await ask({ body })
    expect(await linesOf(metrics, 'billkeep_requests_total')).toEqual([
      'billkeep_requests_total{face="api",operation="GetBills",outcome="failed"} 1',
    ])
  })

  test('cannot bring words of their own into it, however many there are', async () => {
    const { metrics, ask } = await measured()
    const before = (await metrics.text()).split('\n').length
    for (let at = 0; at < 20; at += 1) {
      const word = `made-up-${at}`
      const host = at % 2 === 0 ? `${word}.localhost` : 'alice.localhost'
      await ask({ target: `/api/${word}`, host, body: signed({ [word]: word }) })
      await ask({ method: 'GET', target: `/v1/${word}/${word}?${word}`, host })
      await ask({ method: 'GET', target: `/bill/${word}/${word}/`, host })
      await ask({ method: 'GET', target: `/account/${word}`, host: 'localhost' })
      await ask({ method: 'GET', target: `/${word}`, host })
    }
    const text = await metrics.text()
    expect(text).not.toContain('made-up')
    expect(text).not.toContain('alice')
    // Six kinds of request at most, with 17 lines of durations each.
    expect(text.split('\n').length - before).toBeLessThan(150)
  })
})

describe('what is looked up', () => {
  const known: Sources = {
    edge: { load: { underWay: 3, waiting: 0, refused: 4 } },
    runner: { held: 5, failed: 6 },
    store: {
      clock: () => 10_000,
      load: () => ({ pool: { inUse: 7, idle: 1, waiting: 2 }, copy: { lagMs: 1_500, isUsed: true } }),
      pendingDeliveries: async () => 8,
      jobs: { nextDueAt: async () => 7_500 } as unknown as Sources['store']['jobs'],
    },
  }

  async function told(sources: Sources): Promise<readonly string[]> {
    const metrics = createMetrics()
    metrics.watch(sources)
    return linesOf(metrics, 'billkeep_')
  }

  test('is told as it is', async () => {
    expect(await told(known)).toEqual(
      expect.arrayContaining([
        'billkeep_requests_under_way 3',
        'billkeep_requests_shed_total 4',
        'billkeep_jobs_held 5',
        'billkeep_jobs_failed_total 6',
        'billkeep_database_connections{state="in_use"} 7',
        'billkeep_database_connections{state="waiting"} 2',
        'billkeep_replica_lag_seconds 1.5',
        'billkeep_replica_used 1',
        'billkeep_deliveries_pending 8',
        'billkeep_jobs_overdue_seconds 2.5',
      ]),
    )
  })

  test('is left out while it is not known, and keeps nobody from the rest', async () => {
    const away = async (): Promise<never> => {
      throw new Error('The database is away.')
    }
    const lines = await told({
      ...known,
      store: {
        ...known.store,
        load: () => ({ pool: undefined, copy: { lagMs: undefined, isUsed: false } }),
        pendingDeliveries: away,
        jobs: { nextDueAt: away } as unknown as Sources['store']['jobs'],
      },
    })
    const names = lines.map((line) => line.split(/[ {]/)[0])
    expect(names).toContain('billkeep_jobs_held')
    expect(lines).toContain('billkeep_replica_used 0')
    for (const name of ['database_connections', 'replica_lag_seconds', 'deliveries_pending', 'jobs_overdue_seconds']) {
      expect(names).not.toContain(`billkeep_${name}`)
    }
  })
})

test('an outage is told of until it is over', async () => {
  const metrics = createMetrics()
  const up = async (): Promise<readonly string[]> => linesOf(metrics, 'billkeep_database_up')
  expect(await up()).toEqual(['billkeep_database_up 1'])
  metrics.onOutage({ isOver: false })
  expect(await up()).toEqual(['billkeep_database_up 0'])
  metrics.onOutage({ isOver: true })
  expect(await up()).toEqual(['billkeep_database_up 1'])
})

test('attempts to deliver are counted by what came of them', async () => {
  const { store } = await testService()
  const outcomes: DeliveryOutcome[] = []
  const counted = countedDeliveries(store, (outcome) => outcomes.push(outcome))
  const shop = counted.forShop((await store.shops.get('alice')).id, tester)
  await addProduct(shop, { name: 'course', notify })
  await shop.orders.place(draftOf())
  const [delivery] = await shop.deliveries.list({ limit: 1 })
  const attempt = { at: 0, status: 500, problem: 'It failed.', answer: '' }
  await shop.deliveries.note(delivery?.id ?? '', attempt, { retryAt: 1 })
  await shop.deliveries.note(delivery?.id ?? '', attempt, 'failed')
  await shop.deliveries.note(delivery?.id ?? '', { ...attempt, problem: '' }, 'delivered')
  expect(outcomes).toEqual(['retried', 'failed', 'delivered'])
})

test('those of several processes become one: counts are added, and the worst is told', async () => {
  const [first, second] = [createMetrics(), createMetrics()]
  first.onDelivery('failed')
  second.onDelivery('failed')
  second.onOutage({ isOver: false })
  first.onCommit({ writes: 3, milliseconds: 2 })
  second.onCommit({ writes: 5, milliseconds: 2 })
  const lines = (await textOfAll([await first.values(), await second.values()])).split('\n')
  expect(lines).toContain('billkeep_deliveries_total{outcome="failed"} 2')
  expect(lines).toContain('billkeep_database_up 0')
  expect(lines).toContain('billkeep_commit_writes_sum 8')
  expect(lines).toContain('billkeep_commit_writes_bucket{le="4"} 1')
})

/** Elsewhere, the system tells less of a process. */
test.runIf(process.platform === 'linux')(
  'docs/hosting/metrics.md lists each metric, with its kind, and no other',
  async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/hosting/metrics.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `(\w+)`[^|]*\| (\w+) \|/gm)].map(([, name, kind]) => `${name} ${kind}`)
    const text = await createMetrics().text()
    const served = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => `${name} ${kind}`)
    expect(listed.toSorted()).toEqual(served.toSorted())
  },
)
