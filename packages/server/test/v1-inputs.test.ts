/** Whatever is sent to API v1, it answers: never with a mistake of our own, and what it refuses as a problem. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describedOperations } from '../src/derive/openapi/described-operation.ts'
import { problemResource } from '../src/resources/problem.ts'
import { givenFor } from './contract/given.ts'
import { expectPromised, type Promised, promisedBy } from './contract/promised.ts'
import { newShop } from './contract/shops.ts'
import { databaseNames, placeOn } from './databases.ts'
import { linesOf, type Service, startService } from './service.ts'
import { callsOf } from './v1-inputs/inputs.ts'
import { callV1 } from './v1.ts'

/** BILLKEEP_V1_RUNS: how many calls of each operation; BILLKEEP_V1_SEED repeats those of a run, which stands in its output. */
const runs = Number(process.env['BILLKEEP_V1_RUNS'] ?? 25)
const seed = Number(process.env['BILLKEEP_V1_SEED'] ?? Date.now() % 2 ** 31)

/** What may come of any call, and is told of once for all of them: that it is the call of no operation. */
const ofNoOperation = new Set(['/v1/problems/unknown-path', '/v1/problems/method-not-allowed'])

describe.each(databaseNames)('on %s', (database) => {
  let service: Service
  let promised: Promised
  beforeAll(async () => {
    console.log(`v1 inputs: seed ${seed}`)
    service = await startService({}, await placeOn(database))
    promised = await promisedBy(service)
  })
  afterAll(async () => service.close())

  test.each(describedOperations)(
    `$name withstands ${runs} calls`,
    async (operation) => {
      const shop = await newShop(service)
      const given = await givenFor(operation, shop)
      const linesBefore = service.log.length
      const property = fc.asyncProperty(callsOf(operation, given), async (call) => {
        const reply = await callV1(service, { ...call, token: shop.token })
        if (reply.status < 400) return
        if (reply.status >= 500) throw new Error(reply.text)
        const { type, request_id: name } = problemResource.parse(reply.json)
        // An answer that is repeated names the call that it was made for.
        const isRepeated = reply.headers.has('idempotent-replayed')
        expect(isRepeated || name === reply.headers.get('request-id')).toBe(true)
        if (!ofNoOperation.has(type)) expectPromised(promised, operation, reply)
      })
      await fc.assert(property, { seed, numRuns: runs })
      expect(
        linesOf(service)
          .slice(linesBefore)
          .filter(({ level }) => level >= 50),
      ).toEqual([])
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    60_000 + runs * 1_000,
  )
})
