/** A shop as it looks after a while: what pictures of the account page show, and what its pages are checked with. */
import { demoShop } from '../../../server/src/demo/shop.ts'
import type { Actor } from '../../../server/src/rules/actor.ts'
import { noTexts, type OrderDraft } from '../../../server/src/rules/order-draft.ts'
import { plainProduct } from '../../../server/src/rules/product.ts'
import type { RequestDraft } from '../../../server/src/rules/request.ts'
import type { ShopStore, Store } from '../../../server/src/store/store.ts'

const owner: Actor = { face: 'account', name: 'owner', address: '203.0.113.7' }
const hourMs = 3_600_000

/** What pages of one thing are shown of. */
export interface Shown {
  /** It has failed. */
  readonly delivery: string
  /** The one that it tells of. */
  readonly order: number
}

/** The demo shop, with all of that. `now` is in Unix milliseconds. */
export async function pictureShop(store: Store, now: number): Promise<Shown & { readonly id: number }> {
  const shop = await demoShop(store, now, owner)
  if (shop === undefined) throw new Error('There is a shop already.')
  const data = store.forShop(shop.id, owner)
  await data.shop.configure({ title: 'Bread and more' })
  return { id: shop.id, ...(await fillShop(data, now)) }
}

/** Adds all but the demo shop's orders, of which it takes there to be some. `now` is in Unix milliseconds. */
export async function fillShop(data: ShopStore, now: number): Promise<Shown> {
  await data.endpoints.create({ url: 'https://crm.example.com/billkeep', description: 'CRM', types: null })
  const types = ['order.paid', 'order.returned'] as const
  await data.endpoints.create({ url: 'https://mail.example.com/hooks/orders', description: 'Mailing list', types })
  await fillCatalogue(data)
  await takeOrders(data, now)
  const scopes = ['orders:read', 'products:read'] as const
  await data.tokens.create({ name: 'accounting', scopes, allowedAddresses: [], expires: null })
  await data.members.invite({ email: 'olga@example.com', role: 'staff', expires: now + 100 * hourMs })
  await data.requests.add(requestsUntil(now))
  return deliver(data, now)
}

async function fillCatalogue({ products, coupons, partners }: ShopStore): Promise<void> {
  const url = 'https://bread.example.com/access.php'
  const notify = { created: '', paid: url, prepaid: '', cancelled: '', returned: url }
  await products.update('bread', () => ({ notify }))
  await products.update('club', () => ({ notify, timerMs: 72 * hourMs }))
  await products.add({ ...plainProduct, name: 'apron', title: 'Linen apron', priceMinor: 240_000, kind: 'physical' })
  const { number } = await partners.add({ login: 'olga', basisPoints: 1_500, parent: null })
  await partners.add({ login: 'petr', basisPoints: 1_000, parent: number })
  const period = { validFrom: null, validUntil: null, products: [] }
  await coupons.add({ code: 'SPRING10', discount: { basisPoints: 1_000 }, ...period, partner: null })
  await coupons.add({ code: 'FRIEND', discount: { sumMinor: 50_000 }, ...period, partner: number })
}

/** What the shop's scripts and the accounting have asked. */
function requestsUntil(now: number): readonly RequestDraft[] {
  const script = { face: 'api', status: 200, address: '198.51.100.20', caller: 'present key', skipped: 0 } as const
  const paid = { ...script, operation: 'GetBills', outcome: 'ok', code: '0', fault: '' } as const
  const unknown = { ...paid, outcome: 'refused', code: '400' } as const
  const unsigned = { ...paid, outcome: 'refused', code: '4', caller: '', fault: 'sorted' } as const
  const told = { ...paid, face: 'v1', operation: 'listOrders', code: '', caller: 'token 1 accounting' } as const
  const asked = [paid, paid, unknown, told, paid, unsigned, unsigned, paid, told, paid, unknown, paid, paid]
  return asked.map((each, index) => ({ ...each, at: now - (asked.length - index) * 41_000, micros: 900 + index * 137 }))
}

const people = [
  ['Olga', 'Petrova', 'olga.p@example.com'],
  ['Mark', 'Lindqvist', 'mark@example.org'],
  ['Инна', 'Соколова', 'inna.s@example.com'],
  ['Tomás', 'Silva', 'tomas.silva@example.net'],
] as const

async function takeOrders({ orders }: ShopStore, now: number): Promise<void> {
  for (const [index, [first_name, last_name, email]] of people.entries()) {
    const at = now - (people.length - index) * hourMs
    const draft: OrderDraft = {
      email,
      texts: { ...noTexts, first_name, last_name },
      utm: { medium: '', source: '', campaign: '', content: '', term: '' },
      extra: {},
      lines: [{ product: index % 2 === 0 ? 'bread' : 'club', sumMinor: undefined }],
      partners: [],
      timer: 'never',
      created: at,
      pay_status: 'paid',
      paid: at + 60_000,
      couponByNumber: false,
      repeats: 'separate',
    }
    await orders.place(draft)
  }
}

/** Most arrive; the mailing list is away since the last order, and the script was when the one before was paid. */
async function deliver({ deliveries }: ShopStore, now: number): Promise<Shown> {
  const all = (await deliveries.list({ limit: 100 })).toReversed()
  const latest = all.at(-1)?.event.number ?? 0
  let failed = { delivery: '', order: 0 }
  for (const [index, { id, endpoint, event }] of all.entries()) {
    const at = now - (all.length - index) * 120_000
    if (endpoint === 2 && event.number === latest) {
      const attempt = { at, status: 503, problem: 'answered 503', answer: 'Service Unavailable' }
      await deliveries.note(id, attempt, { retryAt: now + hourMs })
    } else if (endpoint === null && event.number === latest - 2) {
      const answer =
        'PHP Fatal error: Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in access.php:12'
      await deliveries.note(id, { at, status: 500, problem: 'answered 500', answer }, 'failed')
      failed = { delivery: id, order: 'order' in event ? event.order.number : 0 }
    } else {
      await deliveries.note(id, { at, status: 200, problem: '', answer: 'OK' }, 'delivered')
    }
  }
  return failed
}
