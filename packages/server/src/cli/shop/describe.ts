/** A shop as the commands show it; its keys are shown only by those whose purpose that is. */
import { notifications } from '../../rules/notification.ts'
import type { Shop } from '../../store/shops.ts'
import type { Facts } from '../differences.ts'

/** For `--json`. */
export function shopJson(shop: Shop): Readonly<Record<string, unknown>> {
  return {
    login: shop.login,
    enabled: shop.enabled,
    domains: shop.domains,
    allowed_addresses: shop.allowedAddresses,
    previous_key_until: timeOrNull(shop.previousKeyUntil),
    title: shop.title,
    language: shop.language,
    time_zone: shop.timeZone,
    currency: shop.currency,
    payment_url: shop.paymentUrl,
    stale_reads: shop.staleReads,
    notify: shop.notify,
    created: new Date(shop.created).toISOString(),
  }
}

/** For `--json` of the commands that show keys. */
export function shopKeysJson({
  login,
  keys: [key, previous],
  previousKeyUntil,
}: Shop): Readonly<Record<string, unknown>> {
  return { login, key, previous_key: previous ?? null, previous_key_until: timeOrNull(previousKeyUntil) }
}

/** What `shop set` changes. */
export function settingFacts({ title, language, timeZone, currency, paymentUrl, notify, staleReads }: Shop): Facts {
  return [
    ['Title', title === '' ? 'none' : title],
    ['Language', language],
    ['Time zone', timeZone],
    ['Currency', currency],
    ['Paid at', paymentUrl === '' ? 'nowhere' : paymentUrl],
    ['Stale reads', staleReads ? 'allowed' : 'not allowed'],
    ...notifications.map((name) => [`Tell: ${name}`, notify[name] === '' ? 'nobody' : notify[name]] as const),
  ]
}

/** `2026-11-23 21:05 UTC`. */
export function readableTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** What an address list means, as it may be empty. */
export function readableAddresses(addresses: readonly string[]): string {
  return addresses.length === 0 ? 'everybody' : addresses.join(' ')
}

function timeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}
