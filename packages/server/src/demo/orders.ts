/** Two years of a small shop's orders, up to now. */
import type { Order, OrderItem, PayStatus, Utm } from '../rules/order.ts'
import { buyer, inventPeople, type Person } from './people.ts'
import { bread, cinemas, club, type DemoProduct, products, training, ways } from './products.ts'
import { type Random, randomFrom } from './random.ts'

const orderCount = 1_000
/** Fewer than orders: people come back. */
const peopleCount = 380
/** The protocol page's example. */
const examplePaid = 258_367
const exampleWaiting = 258_368
const firstNumber = examplePaid - 770

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs
const periodMs = 730 * dayMs
/** Whoever has not paid by then is unlikely to. */
const freshMs = 5 * dayMs

/** The same orders each time, but for their times, which end shortly before `now`. By number, as by time. */
export function demoOrders(now: number): readonly Order[] {
  const random = randomFrom(258_367)
  const people = inventPeople(random, peopleCount)
  return Array.from({ length: orderCount }, (_, index) => {
    const created = momentOf(index, now, random)
    const order = inventOrder({ random, people, number: firstNumber + index, created, now })
    return exampleOrder(order) ?? order
  })
}

/** In whole seconds, as the wire knows no others; the shop grows, so orders come ever closer together. */
function momentOf(index: number, now: number, random: Random): number {
  const age = 1 - ((index + random.next()) / (orderCount + 1)) ** 0.8
  return Math.floor((now - minuteMs - age * periodMs) / 1_000) * 1_000
}

interface Draft {
  readonly random: Random
  readonly people: readonly [Person, ...Person[]]
  readonly number: number
  readonly created: number
  readonly now: number
}

function inventOrder({ random, people, number, created, now }: Draft): Order {
  const pay_status = inventStatus(random, now - created < freshMs)
  const paidAfterMs = random.percent(80) ? random.between(1, 40) * minuteMs : random.between(60, 4_000) * minuteMs
  const wasPaid = pay_status === 'paid' || pay_status === 'return'
  const kupon = random.percent(12) ? random.pick(['SPRING10', 'FRIEND', 'ОСЕНЬ']) : ''
  const chosen = inventBasket(random)
  return {
    number,
    ...random.pick(people),
    ...noTexts,
    pay_status,
    created,
    paid: wasPaid ? Math.min(created + paidAfterMs, now - (now % 1_000)) : null,
    is_recurrent: chosen.includes(club),
    payway: wasPaid ? random.pick(['Stripe', 'Stripe', 'PayPal', 'manual']) : '',
    comment: random.percent(8) ? random.pick(comments) : '',
    tag: random.percent(25) ? random.pick(['newsletter', 'webinar', 'вебинар', 'repeat']) : '',
    kupon,
    utm: random.percent(35) ? random.pick(campaigns) : noUtm,
    ...plain,
    items: chosen.map((product) => itemOf(product, kupon === '' ? 0 : 10)),
  }
}

function inventStatus(random: Random, isFresh: boolean): PayStatus {
  const chance = random.next()
  if (isFresh) return chance < 0.5 ? 'waiting' : 'paid'
  if (chance < 0.7) return 'paid'
  if (chance < 0.88) return 'cancel'
  return chance < 0.96 ? 'waiting' : 'return'
}

/** One to three products, by number. */
function inventBasket(random: Random): readonly DemoProduct[] {
  const size = random.pick([1, 1, 1, 2, 2, 3])
  const chosen = new Set<DemoProduct>()
  while (chosen.size < size) chosen.add(random.pick([training, training, cinemas, ways, ways, bread, club]))
  return products.filter((product) => chosen.has(product))
}

function itemOf(product: DemoProduct, discountPercent: number): OrderItem {
  return { ...product, sumMinor: Math.round((product.priceMinor * (100 - discountPercent)) / 100) }
}

/** The order of the protocol page in the place of the invented one that has its number. */
function exampleOrder({ number, created }: Order): Order | undefined {
  const example = { ...buyer, ...noTexts, ...plain, number, created, is_recurrent: false, utm: noUtm }
  if (number === examplePaid) {
    const items = [itemOf(training, 0)]
    return { ...example, pay_status: 'paid', paid: created + 12 * minuteMs, payway: 'Stripe', items }
  }
  if (number === exampleWaiting) {
    return { ...example, pay_status: 'waiting', paid: null, items: [itemOf(cinemas, 0), itemOf(ways, 0)] }
  }
  return undefined
}

const noTexts = {
  middle_name: '',
  address: '',
  region: '',
  postalcode: '',
  payway: '',
  comment: '',
  domain: '',
  tag: '',
  kupon: '',
} as const

/** What these orders have none of. */
const plain = { cancel_at: null, sent_at: null, rpo: '', extra: {}, payments: [] } as const

const noUtm: Utm = { medium: '', source: '', campaign: '', content: '', term: '' }

const campaigns: readonly [Utm, ...Utm[]] = [
  { ...noUtm, medium: 'email', source: 'newsletter', campaign: 'spring' },
  { ...noUtm, medium: 'cpc', source: 'search', campaign: 'bread', content: 'banner-2', term: 'sourdough course' },
  { ...noUtm, medium: 'social', source: 'video', campaign: 'рецепты недели' },
]

const comments = [
  'Please send the receipt to this address.',
  'Позвоните после 18:00, пожалуйста.',
  'A gift for my sister & her family',
  'Оплачу в пятницу',
  '"Same as last year", please',
] as const
