/** Which orders a list or an export has: the parameters that both take, and what they look for. */
import { z } from 'zod'
import { orderStatus, statusWords } from '../../resources/order.ts'
import { payStatuses } from '../../rules/order.ts'
import type { OperationContext } from '../context.ts'
import { emailAddress, moment, orderNumber } from '../fields.ts'

type Search = Parameters<OperationContext['store']['orders']['search']>[0]

const longest = 1_000

const sorts = {
  created_at: { by: 'created', descending: false },
  '-created_at': { by: 'created', descending: true },
  number: { by: 'number', descending: false },
  '-number': { by: 'number', descending: true },
  paid_at: { by: 'paid', descending: false },
  '-paid_at': { by: 'paid', descending: true },
} as const satisfies Record<string, Search['sort']>

export const orderFilters = {
  q: z.string().max(200).default('').meta({
    title: 'Search',
    description:
      'Words that must all be there, in any order and case, each as a part of the number, a name, the e-mail address or the phone.',
  }),
  email: emailAddress.optional(),
  number: orderNumber.optional(),
  status: z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(orderStatus).optional())
    .optional()
    .meta({ title: 'Status', description: 'May be given several times: any of these.' }),
  product: z.string().trim().min(1).max(longest).optional().meta({
    title: 'Product',
    description: 'The name or number of a product that is in the order.',
  }),
  tag: z.string().trim().min(1).max(longest).optional().meta({ title: 'Tag' }),
  created_from: moment.optional().meta({ title: 'Created from', description: 'This moment included.' }),
  created_until: moment.optional().meta({ title: 'Created until', description: 'This moment not included.' }),
  paid_from: moment.optional().meta({ title: 'Paid from', description: 'This moment included.' }),
  paid_until: moment.optional().meta({ title: 'Paid until', description: 'This moment not included.' }),
  deleted: z.enum(['true', 'false']).default('false').meta({
    title: 'Deleted',
    description: '`true`: those that were deleted, instead of those that are there.',
  }),
  sort: z.enum(['created_at', '-created_at', 'number', '-number', 'paid_at', '-paid_at']).default('-created_at').meta({
    title: 'Sort',
    description: '`-`: the last first. By `paid_at` come those only that were paid at some time.',
  }),
}

const filters = z.strictObject(orderFilters)

export function searchOf(given: z.output<typeof filters>): Search {
  const { status = [] } = given
  return {
    number: given.number,
    email: given.email,
    statuses: payStatuses.filter((word) => status.includes(statusWords[word])),
    product: given.product,
    tag: given.tag,
    created: { from: given.created_from, until: given.created_until },
    paid: { from: given.paid_from, until: given.paid_until },
    text: given.q,
    deleted: given.deleted === 'true',
    sort: sorts[given.sort],
  }
}
