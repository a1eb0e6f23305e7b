/** A shop as API v1 shows it to itself; never its key. */
import { z } from 'zod'
import type { NotificationUrls } from '../rules/notification.ts'
import { type Language, languages } from '../rules/shop.ts'
import { currency, instant, instantOf, instantOrNull } from './fields.ts'
import { notifyResource, notifyResourceOf } from './notify.ts'

export const shopResource = z
  .strictObject({
    login: z.string().meta({ title: 'Login', description: 'It stays as it is.' }),
    title: z.string().nullable().meta({ title: 'Title', description: 'Its name for customers; null: its login.' }),
    language: z.enum(languages).meta({ title: 'Language', description: 'Of what customers see.' }),
    time_zone: z.string().meta({ title: 'Time zone', description: 'Of days and times, as an IANA name.' }),
    currency,
    payment_url: z.string().nullable().meta({
      title: 'Payment address',
      description: 'Where customers pay, with `{number}`, `{sum}`, `{email}`, `{token}` of the order; null: nowhere.',
    }),
    notify: notifyResource,
    stale_reads: z.boolean().meta({
      title: 'Stale reads',
      description: 'Whether answers may be some seconds old, as a copy of the database gives them.',
    }),
    allowed_addresses: z.array(z.string()).meta({
      title: 'Allowed addresses',
      description: 'Addresses and CIDR ranges that may call its APIs; empty: all.',
    }),
    domains: z.array(z.string()).meta({
      title: 'Domains',
      description: 'Its own ones. Whoever runs the installation links them: «billkeep shop domain add».',
    }),
    enabled: z.boolean().meta({
      title: 'Enabled',
      description: 'Whether its APIs answer. Whoever runs the installation decides it.',
    }),
    created_at: instant.meta({ title: 'Created at' }),
  })
  .meta({ id: 'Shop', title: 'Shop' })
export type ShopResource = z.output<typeof shopResource>

/** What is shown of a shop. */
export interface ShownShop {
  readonly login: string
  readonly title: string
  readonly language: Language
  readonly timeZone: string
  readonly currency: string
  readonly paymentUrl: string
  readonly notify: NotificationUrls
  readonly staleReads: boolean
  readonly allowedAddresses: readonly string[]
  readonly domains: readonly string[]
  readonly enabled: boolean
  readonly created: number
}

export function shopResourceOf(shop: ShownShop): ShopResource {
  return {
    login: shop.login,
    title: shop.title === '' ? null : shop.title,
    language: shop.language,
    time_zone: shop.timeZone,
    currency: shop.currency,
    payment_url: shop.paymentUrl === '' ? null : shop.paymentUrl,
    notify: notifyResourceOf(shop.notify),
    stale_reads: shop.staleReads,
    allowed_addresses: [...shop.allowedAddresses],
    domains: [...shop.domains],
    enabled: shop.enabled,
    created_at: instantOf(shop.created),
  }
}

export const shopKeyResource = z
  .strictObject({
    key: z.string().meta({ title: 'Key', description: 'Signs calls of the old API and its answers.' }),
    previous_key: z.string().nullable().meta({
      title: 'Previous key',
      description: 'Still counts while a change of keys overlaps; null: there is none.',
    }),
    previous_key_until: instant.nullable().meta({ title: 'Previous key until', description: 'When it stops.' }),
  })
  .meta({ id: 'ShopKey', title: "The shop's key" })

export interface ShownKeys {
  readonly keys: readonly [current: string, ...previous: string[]]
  /** Unix milliseconds. */
  readonly previousKeyUntil: number | null
}

export function shopKeyResourceOf({ keys, previousKeyUntil }: ShownKeys): z.output<typeof shopKeyResource> {
  const [key, previous = null] = keys
  return { key, previous_key: previous, previous_key_until: instantOrNull(previousKeyUntil) }
}
