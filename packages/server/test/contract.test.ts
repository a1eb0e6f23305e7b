/** What API v1 promises, held against it: every operation of the registry, called with its sample. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describedOperations } from '../src/derive/openapi/described-operation.ts'
import { problemType } from '../src/operations/problems.ts'
import { causeOf, givenFor } from './contract/given.ts'
import { expectPromised, type Promised, promisedBy } from './contract/promised.ts'
import { sampleCall } from './contract/sample-call.ts'
import { type ContractShop, newShop } from './contract/shops.ts'
import { databaseNames, placeOn } from './databases.ts'
import { type Service, startService } from './service.ts'
import { callV1 } from './v1.ts'

/** What another shop could have. */
const ofThings = describedOperations.filter(({ at, problems }) => at.includes('{') && problems.includes('notFound'))

const ofOwnProblem = describedOperations.flatMap((operation) =>
  operation.problems.filter((name) => name !== 'notFound').map((problem) => ({ operation, problem })),
)

describe.each(databaseNames)('on %s', (database) => {
  let service: Service
  let promised: Promised
  /** What is refused leaves no trace in it. */
  let refusing: ContractShop
  /** Has nothing of what the others have. */
  let stranger: ContractShop
  beforeAll(async () => {
    service = await startService({}, await placeOn(database))
    promised = await promisedBy(service)
    refusing = await newShop(service)
    stranger = await newShop(service)
  })
  afterAll(async () => service.close())

  describe.each(describedOperations)('$name', (operation) => {
    const { at, scope, status = 200 } = operation

    test('answers its sample as it is told of', async () => {
      const shop = await newShop(service)
      const call = sampleCall(operation, await givenFor(operation, shop))
      const reply = await callV1(service, { ...call, token: shop.token })
      expect([reply.status, reply.status === status ? '' : reply.text]).toEqual([status, ''])
      expectPromised(promised, operation, reply)
    })

    test('is refused without a token, and with one that may not', async () => {
      const call = sampleCall(operation)
      const unknown = await callV1(service, call)
      expect(unknown).toMatchObject({ status: 401, json: { type: '/v1/problems/unauthenticated' } })
      expectPromised(promised, operation, unknown)
      const barred = await callV1(service, { ...call, token: await refusing.tokenWithout(scope) })
      expect(barred).toMatchObject({ status: 403, json: { type: '/v1/problems/missing-scope' } })
      expect(barred.headers.get('www-authenticate')).toContain(`scope="${scope}"`)
      expectPromised(promised, operation, barred)
    })

    test('refuses parameters and fields that it does not know', async () => {
      const { at: address, ...call } = { ...sampleCall(operation), token: refusing.token }
      const queried = await callV1(service, { ...call, at: `${address}${address.includes('?') ? '&' : '?'}colour=red` })
      const fault = { in: 'query', field: 'colour', detail: '«colour» is not known here.' }
      expect(queried).toMatchObject({ status: 422, json: { errors: [fault] } })
      expectPromised(promised, operation, queried)
    })

    test('is refused with a method that its path does not have', async () => {
      const reply = await callV1(service, { ...sampleCall(operation), method: 'PUT' })
      expect(reply).toMatchObject({ status: 405, json: { type: '/v1/problems/method-not-allowed' } })
      const methods = Object.keys(promised.document.paths[at] ?? {}).map((method) => method.toUpperCase())
      expect(reply.headers.get('allow')?.split(', ').toSorted()).toEqual(methods.toSorted())
      expect(promised.schemas.faults(['components', 'schemas', 'Problem'], reply.json)).toBe('')
    })
  })

  test.each(describedOperations.filter(({ hasBody }) => hasBody))(
    '$name refuses bodies that it does not know',
    async (operation) => {
      const { body, ...call } = { ...sampleCall(operation), token: refusing.token }
      const named = await callV1(service, { ...call, body: { ...Object(body), colour: 'red' } })
      expect(named).toMatchObject({ status: 422, json: { errors: [{ in: 'body', field: 'colour' }] } })
      const headers = { 'content-type': 'text/plain' }
      const typed = await callV1(service, { ...call, body: 'colour=red', headers })
      expect(typed).toMatchObject({ status: 415, json: { type: '/v1/problems/unsupported-media-type' } })
      const broken = await callV1(service, { ...call, body: '{"colour":' })
      expect(broken).toMatchObject({ status: 400, json: { type: '/v1/problems/malformed-body' } })
      for (const reply of [named, typed, broken]) expectPromised(promised, operation, reply)
    },
  )

  test.each(ofOwnProblem)('$operation.name answers $problem', async ({ operation, problem }) => {
    const shop = await newShop(service)
    const call = sampleCall(operation, await causeOf(operation, problem, shop))
    const reply = await callV1(service, { ...call, token: shop.token })
    expect(reply).toMatchObject({ json: { type: problemType(problem) } })
    expectPromised(promised, operation, reply)
  })

  test.each(ofThings)("$name does not find another shop's", async (operation) => {
    const call = sampleCall(operation, await givenFor(operation, await newShop(service)))
    const reply = await callV1(service, { ...call, token: stranger.token })
    expect(reply).toMatchObject({ status: 404, json: { type: '/v1/problems/not-found' } })
    expectPromised(promised, operation, reply)
  })
})
