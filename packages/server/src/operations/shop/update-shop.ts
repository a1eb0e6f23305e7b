import { z } from 'zod'
import { shopResource, shopResourceOf } from '../../resources/shop.ts'
import { parsePaymentUrl } from '../../rules/payment-url.ts'
import type { NotificationUrls } from '../../rules/notification.ts'
import { languages, parseAddressRange, parseCurrency, parseTimeZone, parseTitle } from '../../rules/shop.ts'
import type { OperationContext } from '../context.ts'
import { defineOperation } from '../define.ts'
import { ruled } from '../fields.ts'
import { notify, notifyWith } from '../notify.ts'
import { shopSample } from './shop-sample.ts'

const mostAddresses = 1_000

const body = z.strictObject({
  title: ruled(parseTitle)
    .nullish()
    .meta({ title: 'Title', description: 'Its name for customers, in one line; null: its login.' }),
  language: z.enum(languages).optional().meta({ title: 'Language', description: 'Of what customers see.' }),
  time_zone: ruled(parseTimeZone)
    .optional()
    .meta({ title: 'Time zone', description: 'Of days and times: an IANA name like `Europe/Berlin`.' }),
  currency: ruled(parseCurrency)
    .optional()
    .meta({ title: 'Currency', description: 'Of all sums, which stay as they are: an ISO 4217 code.' }),
  payment_url: ruled(parsePaymentUrl).nullish().meta({
    title: 'Payment address',
    description: 'Where customers pay, with `{number}`, `{sum}`, `{email}`, `{token}` of the order; null: nowhere.',
  }),
  notify: notify.optional(),
  stale_reads: z.boolean().optional().meta({
    title: 'Stale reads',
    description: 'Whether answers may be some seconds old, as a copy of the database gives them.',
  }),
  allowed_addresses: z.array(ruled(parseAddressRange)).max(mostAddresses).optional().meta({
    title: 'Allowed addresses',
    description:
      'Addresses and CIDR ranges that may call its APIs, the whole list; empty: all. Whoever leaves out their own cannot call any more.',
  }),
})

export const updateShop = defineOperation({
  name: 'updateShop',
  title: "Change the shop's settings",
  description: 'What is left out stays. All machines go by it within a second.',
  method: 'PATCH',
  at: '/shop',
  scope: 'shop:write',
  input: { body },
  output: shopResource,
  problems: [],
  sample: {
    body: { title: 'Anna bakes', time_zone: 'Europe/Berlin', currency: 'EUR', notify: { created: null } },
    output: shopSample,
  },
  async run({ store }, given) {
    const { allowed_addresses: addresses } = given
    if (addresses !== undefined) await store.shop.setAllowedAddresses(addresses)
    return shopResourceOf(await store.shop.configure(changesIn(given, (await store.shop.get()).notify)))
  },
})

type Changes = Parameters<OperationContext['store']['shop']['configure']>[0]

function changesIn(given: z.output<typeof body>, present: NotificationUrls): Changes {
  const { title, language, time_zone: timeZone, currency, payment_url: paymentUrl, stale_reads: staleReads } = given
  return {
    ...(title !== undefined && { title: title ?? '' }),
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { timeZone }),
    ...(currency !== undefined && { currency }),
    ...(paymentUrl !== undefined && { paymentUrl: paymentUrl ?? '' }),
    ...(staleReads !== undefined && { staleReads }),
    notify: notifyWith(present, given.notify),
  }
}
