/** One change of an endpoint of each kind, and what the audit must say of it. */
import type { AuditAction } from '../src/rules/audit.ts'
import type { AuditedChange, ChangedShop } from './audited-change.ts'
import { startOfTime } from './databases.ts'

const subject = 'endpoint 1'
const dayMs = 86_400_000

/** An attempt to deliver a test fails; the third event is the last that the endpoint was sent. */
async function fail({ data }: ChangedShop, at: number, status: number): Promise<unknown> {
  const [delivery] = await data.deliveries.list({ endpoint: 1, limit: 1 })
  const attempt = { at, status, problem: `answered ${status}`, answer: '' }
  return data.deliveries.note(delivery?.id ?? '', attempt, { retryAt: at })
}

export const endpointChanges: readonly (readonly [AuditAction, AuditedChange])[] = [
  [
    'endpoint.added',
    {
      subject,
      make: ({ data }) =>
        data.endpoints.create({ url: 'https://b.example/s3cret', description: 'CRM', types: ['order.paid'] }),
      details: { url: 'https://b.example/…', description: 'CRM', types: ['order.paid'] },
    },
  ],
  [
    'endpoint.changed',
    {
      subject,
      make: ({ data }) => data.endpoints.update(1, { types: ['order.sent'] }),
      details: { types: { was: ['order.paid'], is: ['order.sent'] } },
    },
  ],
  [
    'endpoint.secret_rotated',
    {
      subject,
      make: ({ data }) => data.endpoints.rotateSecret(1, dayMs),
      details: { previousSecretUntil: startOfTime + dayMs },
    },
  ],
  [
    'endpoint.redelivered',
    {
      subject,
      make: ({ data }) => data.endpoints.redeliver(1, { from: 1, until: 2 }),
      details: { from: 1, until: 2 },
    },
  ],
  ['endpoint.test', { subject, make: ({ data }) => data.endpoints.sendTest(1), details: {} }],
  [
    'endpoint.failing',
    {
      subject,
      make: async (shop) => {
        await fail(shop, startOfTime, 500)
        await fail(shop, startOfTime + dayMs, 500)
      },
      details: { problem: 'answered 500', failingSince: startOfTime },
    },
  ],
  [
    'endpoint.disabled',
    {
      subject,
      make: (shop) => fail(shop, startOfTime + dayMs, 410),
      details: { problem: 'answered 410', failingSince: startOfTime },
    },
  ],
  [
    'endpoint.removed',
    {
      subject,
      make: ({ data }) => data.endpoints.remove(1),
      details: { url: 'https://b.example/…', description: 'CRM', types: ['order.sent'], disabled: 'gone' },
    },
  ],
]
