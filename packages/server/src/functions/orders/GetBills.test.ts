import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bob, type Call, call, type Reply, type Service, signed, startService } from '../../../test/service.ts'
import { GetBills } from './GetBills.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const paid = { '12549': { good_name: 'payment', good_title: 'payment for training' } }
const waiting = {
  '13011': { good_name: 'sales', good_title: 'sales in cinemas' },
  '28363': { good_name: '222', good_title: '222 ways' },
}
const email = 'buyer@example.com'

const ok = (result: unknown): Reply => ({ status: 200, code: 0, text: 'OK', result })
const notFound: Reply = { status: 200, code: 400, text: 'Order not found', result: [] }
const noData: Reply = { status: 200, code: 2, text: 'No transmitted data', result: [] }
const wrongData: Reply = { status: 200, code: 3, text: 'Wrong posted data', result: [] }

/** What it is about → what is sent, what must come back. */
const scenarios: Record<string, readonly [fields: Parameters<typeof signed>[0], reply: Reply]> = {
  'all orders of a customer': [{ email }, ok({ '258367': paid, '258368': waiting })],
  'only paid ones': [{ email, pay_status: 'paid' }, ok({ '258367': paid })],
  'only waiting ones': [{ email, pay_status: 'waiting' }, ok({ '258368': waiting })],
  'an empty status is no filter': [{ email, pay_status: '' }, ok({ '258367': paid, '258368': waiting })],
  'no order with this status': [{ email, pay_status: 'cancel' }, notFound],
  'the status that only we have': [{ email, pay_status: 'return' }, notFound],
  'an address in capitals and spaces': [{ email: '  BUYER@Example.COM\n' }, ok({ '258367': paid, '258368': waiting })],
  'letters beyond ASCII': [
    { email: 'АННА@пример.рф' },
    ok({ '258369': { '12549': { good_name: 'payment', good_title: '"Ё" \\ 🎓' } } }),
  ],
  'parameters that it does not know': [{ email, utm: { utm_medium: 'x' }, pay_status: 'paid' }, ok({ '258367': paid })],
  'an unknown customer': [{ email: 'nobody@example.com' }, notFound],
  "another shop's customer": [{ email: 'only@bob.example' }, notFound],
  'no parameters': [{}, noData],
  'no e-mail, but a status': [{ pay_status: 'paid' }, wrongData],
  'an empty e-mail': [{ email: '' }, wrongData],
  'an e-mail without @': [{ email: 'buyer' }, wrongData],
  'an e-mail with two @': [{ email: 'a@b@c' }, wrongData],
  'an e-mail with a space': [{ email: 'a b@c' }, wrongData],
  'a list of e-mails': [{ email: [email] }, wrongData],
  'an unknown status': [{ email, pay_status: 'payed' }, wrongData],
  'a status in capitals': [{ email, pay_status: 'PAID' }, wrongData],
  'a list of statuses': [{ email, pay_status: ['paid'] }, wrongData],
}

describe('GetBills', () => {
  test.each(Object.entries(scenarios))('%s', async (_about, [fields, reply]) => {
    expect(await call(service, { body: signed(fields) })).toEqual(reply)
  })

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
