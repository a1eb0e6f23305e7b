import { expect, test } from 'vitest'
import { testService } from '../../../test/service.ts'
import { aliceOf, callerOf } from '../../../test/v1.ts'
import type { RequestDraft } from '../../rules/request.ts'

const asked: RequestDraft = {
  at: Date.UTC(2026, 0, 1),
  face: 'api',
  operation: 'GetBills',
  outcome: 'ok',
  code: '0',
  status: 200,
  micros: 412,
  address: '203.0.113.7',
  caller: 'present key',
  fault: '',
  skipped: 0,
}
const wrong: RequestDraft = { ...asked, outcome: 'refused', code: '4', caller: '', fault: 'sorted', skipped: 7 }
const gone: RequestDraft = { ...asked, face: 'v1', operation: 'getOrder', outcome: 'refused', code: 'notFound' }

interface List {
  readonly data: readonly { readonly number: number }[]
  readonly next_cursor: string | null
}

test('what was asked is listed, the latest first, by function and outcome', async () => {
  const service = await testService()
  const { requests } = await aliceOf(service)
  await requests.add([asked, wrong, gone])
  const call = await callerOf(service, ['requests:read'])
  const numbersAt = async (query: string): Promise<readonly number[]> =>
    ((await call({ at: `/requests?${query}` })).json as List).data.map(({ number }) => number)
  expect(await numbersAt('')).toEqual([3, 2, 1])
  expect(await numbersAt('operation=GetBills')).toEqual([2, 1])
  expect(await numbersAt('outcome=refused')).toEqual([3, 2])
  expect(await numbersAt('operation=GetBills&outcome=refused')).toEqual([2])
  expect(await numbersAt('operation=getbills')).toEqual([])
  expect((await call({ at: '/requests' })).json).toMatchObject({
    data: [
      { face: 'v1', operation: 'getOrder', code: 'notFound' },
      {
        happened_at: '2026-01-01T00:00:00.000Z',
        code: '4',
        milliseconds: 0.412,
        caller: null,
        signature_fault: 'sorted',
        skipped: 7,
      },
      { code: '0', caller: 'present key', signature_fault: null },
    ],
  })
  const first = (await call({ at: '/requests?limit=2' })).json as List
  expect(await numbersAt(`limit=2&cursor=${first.next_cursor}`)).toEqual([1])
})

test('only to those who may see it, and of the own shop', async () => {
  const service = await testService()
  await (await aliceOf(service)).requests.add([asked])
  const other = await callerOf(service, ['requests:read'], 'Bob')
  expect((await other({ at: '/requests' })).json).toEqual({ data: [], next_cursor: null })
  const call = await callerOf(service, ['audit:read', 'shop:key'])
  expect(await call({ at: '/requests' })).toMatchObject({ status: 403 })
})

test.each(['outcome=bad', 'limit=0', 'cursor=x', `operation=${'x'.repeat(101)}`])('«%s» is refused', async (query) => {
  const call = await callerOf(await testService(), ['requests:read'])
  expect(await call({ at: `/requests?${query}` })).toMatchObject({ status: 422, json: { errors: [{ in: 'query' }] } })
})
