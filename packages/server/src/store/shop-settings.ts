/** What a shop may set as it likes: from its row, and into it. */
import type { Selectable } from 'kysely'
import type { NotificationUrls } from '../rules/notification.ts'
import { parseNotificationUrl } from '../rules/notification-url.ts'
import { parsePaymentUrl } from '../rules/payment-url.ts'
import { type Language, parseCurrency, parseLanguage, parseTimeZone, parseTitle } from '../rules/shop.ts'
import { notifyIn, notifyRow } from './notify.ts'
import type { ShopsTable } from './schema.ts'

export interface ShopSettings {
  /** Of what customers see. */
  readonly language: Language
  /** The shop's name for customers; '' for its login. */
  readonly title: string
  /** A template as `rules/payment-url.ts` fills it; '' for none. */
  readonly paymentUrl: string
  /** Where to tell what happens to orders; an address of a product's own goes before. */
  readonly notify: NotificationUrls
  /** Whether answers may be some seconds old, as a copy of the database gives them. */
  readonly staleReads: boolean
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
}

/** What is left out stays. */
export type ShopChanges = Partial<Omit<ShopSettings, 'notify'>> & { readonly notify?: Partial<NotificationUrls> }

type Row = Pick<
  Selectable<ShopsTable>,
  'language' | 'title' | 'payment_url' | 'stale_reads' | 'time_zone' | 'currency' | keyof ReturnType<typeof notifyRow>
>

export function settingsIn(row: Row): ShopSettings {
  return {
    language: parseLanguage(row.language),
    title: row.title,
    paymentUrl: row.payment_url,
    notify: notifyIn(row),
    staleReads: row.stale_reads === 1,
    timeZone: row.time_zone,
    currency: row.currency,
  }
}

/** Throws a RangeError for people. */
export function settingsRow(before: ShopSettings, changes: ShopChanges): Row {
  const { language, title, paymentUrl, notify, staleReads, timeZone, currency } = {
    ...before,
    ...changes,
    notify: { ...before.notify, ...changes.notify },
  }
  return {
    language: parseLanguage(language),
    title: parseTitle(title),
    payment_url: parsePaymentUrl(paymentUrl),
    stale_reads: staleReads ? 1 : 0,
    time_zone: parseTimeZone(timeZone),
    currency: parseCurrency(currency),
    ...notifyRow({
      created: parseNotificationUrl(notify.created),
      paid: parseNotificationUrl(notify.paid),
      prepaid: parseNotificationUrl(notify.prepaid),
      cancelled: parseNotificationUrl(notify.cancelled),
      returned: parseNotificationUrl(notify.returned),
    }),
  }
}
