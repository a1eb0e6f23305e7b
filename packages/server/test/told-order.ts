/** An order with everything in its texts that a form could spoil, and what a script must hear of it. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Notification, NotificationUrls } from '../src/rules/notification.ts'
import { noTexts } from '../src/rules/order-draft.ts'
import type { ShopStore } from '../src/store/store.ts'
import { addProduct, draftOf } from './scenario.ts'
import { alice } from './service.ts'

export interface ToldAddresses {
  readonly bread?: NotificationUrls
  readonly apron?: NotificationUrls
}

/** Order 1: two products, one of them twice, with a coupon and a partner. */
export async function takeOrder(shop: ShopStore, { bread, apron }: ToldAddresses = {}): Promise<void> {
  const [loaf, cloth, loafAgain] = items
  await addProduct(shop, { name: loaf.id, title: loaf.title, ...(bread && { notify: bread }) })
  await addProduct(shop, {
    name: cloth.id,
    title: cloth.title,
    priceMinor: 90_000,
    kind: 'physical',
    ...(apron && { notify: apron }),
  })
  const { number } = await shop.partners.add({ login: 'bob', basisPoints: 1_000, parent: null })
  await shop.coupons.add({
    code: labels.kupon,
    discount: { basisPoints: 1_000 },
    validFrom: null,
    validUntil: null,
    products: [],
    partner: number,
  })
  const { first_name, last_name, phone, city, country, email } = customer
  const { address, domain } = further
  await shop.orders.place(
    draftOf({
      email,
      texts: { ...noTexts, first_name, last_name, phone, city, country, address, domain, comment, ...place, ...labels },
      utm,
      lines: [
        { product: loaf.id, sumMinor: undefined },
        { product: cloth.id, sumMinor: 80_050 },
        { product: loafAgain.id, sumMinor: 100 },
      ],
    }),
  )
}

/** Everything that there is a notification of happens to it; when the rest was paid, it comes back to life. */
export async function liveThroughAll({ orders }: ShopStore): Promise<void> {
  await orders.pay(1, { sumMinor: 100_050, at: 1_700_000_060_000, payway: '' })
  await orders.change(1, { to: 'cancel' })
  await orders.change(1, { to: 'paid', at: 1_700_003_600_000, payway: 'Stripe' })
  await orders.change(1, { to: 'return' })
}

const customer = {
  id: '1',
  first_name: 'Анна «Ё» 🎓',
  last_name: "O'Neil+Sons",
  middle_name: '',
  email: 'anna+1@example.com',
  phone: '+7 (900) 000-00-00',
  city: 'Тверь',
  country: 'Россия',
}
const place = { region: '', postalcode: '170 000' }
const created = '1700000000'
const further = { address: '1 Main St., 5*2 ~', domain: 'shop.example.com' }
const comment = 'soon\r\n100 % + "now" <b>&amp;'
const labels = { tag: 'a=b&c[d]=e', kupon: 'ОСЕНЬ' }
const utm = { medium: 'cpc', source: 'news letter', campaign: '50 % & more', content: '', term: '' }
const items = [
  { id: 'bread+salt', title: 'Хлеб & соль + 🍞', sum: '1800.00', price: '2000.00' },
  { id: 'apron', title: 'Apron [50%]', sum: '800.50', price: '900.00' },
  { id: 'bread+salt', title: 'Хлеб & соль + 🍞', sum: '1.00', price: '2000.00' },
] as const
const soldItems = ['180.00', '80.05', '0.10'].map((partner_fee, index) => ({
  ...items[index],
  pincode: '',
  partners: [{ partner_lvl: '1', partner_id: '1', partner_name: 'bob', partner_fee }],
}))

const who = { ...customer, ...place, created }
const coupons = { ...labels, coupon: labels.kupon }
const link = expect.stringMatching(/^http:\/\/shop\.example\.com\/bill\/1\/[\da-f]{32}\/$/) as unknown

function hashOver(time: string): string {
  return createHash('md5').update(`${customer.id}${customer.email}${time}${alice.key}`).digest('hex')
}

/** The table of protocol section 11, as PHP has it in `$_POST`: these keys and no others. */
export const told: Readonly<Record<Notification, Readonly<Record<string, unknown>>>> = {
  created: {
    status: 'new_order',
    ...who,
    ...further,
    comment,
    ...coupons,
    link,
    utm,
    items,
    hash: hashOver(created),
  },
  prepaid: {
    ...who,
    prepayment_sum: '1000.50',
    ...coupons,
    domain: further.domain,
    link,
    is_recurrent: '0',
    utm,
    items: soldItems,
    hash: hashOver(''),
  },
  cancelled: { status: 'cancel_order', ...who, comment, utm, items, hash: hashOver(created) },
  paid: {
    ...who,
    ...further,
    paid: '1700003600',
    last_payment_sum: '1601.00',
    comment,
    ...coupons,
    type: 'physical',
    payway: 'Stripe',
    is_recurrent: '0',
    utm,
    items: soldItems,
    hash: hashOver('1700003600'),
  },
  returned: { status: 'moneyback', ...who, comment, is_recurrent: '0', utm, items, hash: hashOver('') },
}
