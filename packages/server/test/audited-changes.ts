/** One change of each kind, and what the audit must say of it. */
import type { AuditAction } from '../src/rules/audit.ts'
import type { Store } from '../src/store/store.ts'
import type { AuditedChange } from './audited-change.ts'
import { startOfTime } from './databases.ts'
import { orderOf, putOrders } from './orders.ts'
import { addProduct, draftOf } from './scenario.ts'
import { endpointChanges } from './audited-endpoints.ts'
import { tester } from './tester.ts'

const notify = { created: 'https://a.example/hook?key=s3cret', paid: '', prepaid: '', cancelled: '', returned: '' }
export const coupon = {
  code: 'SPRING',
  discount: { basisPoints: 1_000 },
  validFrom: null,
  validUntil: null,
  products: [],
  partner: null,
}
export const payment = { sumMinor: 200_000, at: startOfTime, payway: 'cash' }

const invited = { role: 'owner', email: '', expires: startOfTime + 1 } as const

async function join(store: Store, id: number, userId: string): Promise<void> {
  await store.invitations.accept(await store.invitations.create(id, invited, tester), userId, '192.0.2.7')
}

/** One after the other, each as the last has left the shop. */
export const auditedChanges: readonly (readonly [AuditAction, AuditedChange])[] = [
  ['product.added', { subject: 'product course', make: ({ data }) => addProduct(data, { name: 'course', notify }) }],
  [
    'product.changed',
    {
      subject: 'product course',
      make: ({ data }) => data.products.update('course', () => ({ timerMs: 5, extra: { good_file: 'x' } })),
      details: { timerMs: { was: null, is: 5 }, extra: 'changed' },
    },
  ],
  [
    'order.created',
    {
      subject: 'order 1',
      make: ({ data }) => data.orders.place(draftOf()),
      details: { pay_status: 'waiting', sumMinor: 200_000, products: ['course'] },
    },
  ],
  [
    'order.prepaid',
    {
      subject: 'order 1',
      make: async ({ data }) => {
        await data.products.update('course', () => ({ prepaymentMinMinor: 1 }))
        await data.orders.pay(1, { ...payment, sumMinor: 1 })
      },
      details: { payments: [{ sumMinor: 1, at: startOfTime, payway: 'cash' }] },
    },
  ],
  ['order.paid', { subject: 'order 1', make: ({ data }) => data.orders.pay(1, { ...payment, sumMinor: 199_999 }) }],
  ['order.sent', { subject: 'order 1', make: ({ data }) => data.orders.change(1, { to: 'sent', at: 7, rpo: 'RB1' }) }],
  [
    'order.returned',
    {
      subject: 'order 1',
      make: ({ data }) => data.orders.change(1, { to: 'return' }),
      details: { pay_status: { was: 'paid', is: 'return' } },
    },
  ],
  [
    'order.deleted',
    { subject: 'order 1', make: ({ data }) => data.orders.delete(1), details: { pay_status: 'return' } },
  ],
  [
    'order.restored',
    { subject: 'order 1', make: ({ data }) => data.orders.restore(1), details: { pay_status: 'return' } },
  ],
  [
    'order.changed',
    {
      subject: 'order 1',
      make: ({ data }) => data.orders.note(1, { tag: 'vip', comment: '' }),
      details: { fields: ['tag'] },
    },
  ],
  [
    'order.cancelled',
    {
      subject: 'order 2',
      make: async ({ data }) => {
        await data.orders.place(draftOf({ timer: startOfTime }))
        await data.orders.cancelOverdue()
      },
    },
  ],
  [
    'delivery.retried',
    {
      subject: 'delivery 3-0',
      make: ({ data }) => data.deliveries.retry('3-0'),
      details: { event: 'order.created', number: 1, to: 'https://a.example/…' },
    },
  ],
  [
    'deliveries.retried',
    {
      subject: 'deliveries',
      make: async ({ data }) => {
        await data.deliveries.note('3-0', { at: 0, status: 500, problem: 'answered 500', answer: '' }, 'failed')
        return data.deliveries.retryFailed({ from: 0, until: startOfTime + 1, limit: 10 })
      },
      details: { from: 0, until: startOfTime + 1, count: 1 },
    },
  ],
  ...endpointChanges,
  [
    'events.let_go',
    {
      subject: 'events',
      make: ({ data }) => data.retention.letGo({ eventsMs: -1, deliveriesMs: Infinity }, new AbortController().signal),
    },
  ],
  [
    'orders.imported',
    {
      subject: 'orders',
      make: ({ data }) => putOrders(data, orderOf({ number: 9 }), orderOf({ number: 10 })),
      details: { added: 2, updated: 0, products: 1 },
    },
  ],
  ['product.removed', { subject: 'product course', make: ({ data }) => data.products.remove('course') }],
  [
    'partner.added',
    { subject: 'partner bob', make: ({ data }) => data.partners.add({ login: 'bob', basisPoints: 100, parent: null }) },
  ],
  [
    'partner.changed',
    {
      subject: 'partner bob',
      make: ({ data }) => data.partners.update('bob', { basisPoints: 200 }),
      details: { basisPoints: { was: 100, is: 200 } },
    },
  ],
  ['coupon.added', { subject: 'coupon SPRING', make: ({ data }) => data.coupons.add({ ...coupon, partner: 1 }) }],
  [
    'coupon.changed',
    {
      subject: 'coupon SPRING',
      make: ({ data }) => data.coupons.update('spring', { discount: { sumMinor: 5 } }),
      details: { discount: { was: { basisPoints: 1_000 }, is: { sumMinor: 5 } } },
    },
  ],
  [
    'partner.removed',
    {
      subject: 'partner bob',
      make: ({ data }) => data.partners.remove('bob'),
      details: { number: 1, login: 'bob', basisPoints: 200, withoutPartner: [1] },
    },
  ],
  ['coupon.removed', { subject: 'coupon SPRING', make: ({ data }) => data.coupons.remove('SPRING') }],
  [
    'token.created',
    {
      subject: 'token 1 «books»',
      make: ({ data }) =>
        data.tokens.create({ name: 'books', scopes: ['orders:read'], allowedAddresses: [], expires: null }),
      details: { scopes: ['orders:read'] },
    },
  ],
  ['token.revoked', { subject: 'token 1 «books»', make: ({ data }) => data.tokens.revoke(1) }],
  [
    'member.invited',
    {
      subject: 'invitation',
      make: ({ store, id }) => store.invitations.create(id, { ...invited, email: 'Owner@example.com' }, tester),
      details: { email: 'o…@example.com', role: 'owner' },
    },
  ],
  [
    'member.uninvited',
    {
      subject: 'invitation',
      async make({ data: { members } }) {
        const [open] = await members.invitations.list()
        return members.invitations.withdraw(open?.id ?? '')
      },
      details: { email: 'o…@example.com', role: 'owner' },
    },
  ],
  [
    'member.joined',
    {
      subject: 'user 7',
      by: { face: 'account', name: 'user 7', address: '192.0.2.7' },
      make: ({ store, id }) => join(store, id, '7'),
      details: { role: 'owner' },
    },
  ],
  [
    'member.changed',
    {
      subject: 'user 8',
      make: async ({ store, id }) => {
        await join(store, id, '8')
        await store.members.setRole(id, '8', 'staff', tester)
      },
      details: { role: 'staff' },
    },
  ],
  ['member.removed', { subject: 'user 8', make: ({ store, id }) => store.members.remove(id, '8', tester) }],
  ['shop.disabled', { subject: 'shop alice', make: ({ store }) => store.shops.setEnabled('alice', tester, false) }],
  ['shop.enabled', { subject: 'shop alice', make: ({ store }) => store.shops.setEnabled('ALICE', tester, true) }],
  [
    'shop.key_rotated',
    {
      subject: 'shop alice',
      make: ({ store }) => store.shops.rotateKey('alice', tester, 5),
      details: { previousKeyUntil: startOfTime + 5 },
    },
  ],
  [
    'shop.changed',
    {
      subject: 'shop alice',
      make: ({ store }) => store.shops.configure('alice', tester, { language: 'ru' }),
      details: { language: { was: 'en', is: 'ru' } },
    },
  ],
  [
    'shop.changed',
    {
      subject: 'shop alice',
      make: ({ store }) => store.shops.setAllowedAddresses('alice', tester, ['10.0.0.0/8']),
      details: { allowedAddresses: { was: [], is: ['10.0.0.0/8'] } },
    },
  ],
  [
    'shop.domain_added',
    {
      subject: 'shop alice',
      make: ({ store }) => store.shops.addDomain('alice', tester, 'a.example.com'),
      details: { domain: 'a.example.com' },
    },
  ],
  [
    'shop.domain_removed',
    { subject: 'shop alice', make: ({ store }) => store.shops.removeDomain('alice', tester, 'a.example.com') },
  ],
]
