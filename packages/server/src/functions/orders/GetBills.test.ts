import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bob, type Call, call, type Service, signed, startService } from '../../../test/service.ts'
import { GetBills } from './GetBills.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const email = 'buyer@example.com'
const paid = { '12549': { good_name: 'payment', good_title: 'payment for training' } }
const waiting = {
  '13011': { good_name: 'sales', good_title: 'sales in cinemas' },
  '28363': { good_name: '222', good_title: '222 ways' },
}

describe('GetBills', () => {
  test('lists orders and products by number, ascending', async () => {
    const { result } = await call(service, { body: signed({ email }) })
    expect(JSON.stringify(result)).toBe(JSON.stringify({ '258367': paid, '258368': waiting }))
  })

  test('sends what the definition shows as its sample', async () => {
    const { output } = GetBills
    expect(output.parse(GetBills.sample.output)).toEqual(GetBills.sample.output)
    const { code } = await call(service, { body: signed(GetBills.sample.input) })
    expect(code).toBe(0)
  })

  test("answers another shop's call from that shop's orders only", async () => {
    const host = 'bob.localhost'
    expect(await call(service, { host, body: signed({ email: 'only@bob.example' }, bob) }, bob.key)).toMatchObject({
      code: 0,
    })
    expect(await call(service, { host, body: signed({ email }, bob) }, bob.key)).toMatchObject({ code: 400 })
  })

  /** Vectors V2, V6 and V7 of protocol section 15: the hashes are PHP's, not ours. */
  const vectors: Record<string, Call> = {
    V2: { body: 'email=test%40example.com&pay_status=paid&hash=ba9b970a5f1203598fb32367e79834c0' },
    V6: {
      body: 'bill_email=a~b%40example.com&bill_first_name=Anna%20Maria&goods%5B0%5D%5Bgood_name%5D=course&hash=6637ccba78053267ff1ac5ba10720e0c',
    },
    V7: { body: 'email=a~b%40example.com&hash=71d897dd7229b8486adc5de37c6796ef' },
  }
  test.each(Object.entries(vectors))('takes the signature of vector %s', async (_name, vector) => {
    expect((await call(service, vector)).code).not.toBe(4)
  })
})
