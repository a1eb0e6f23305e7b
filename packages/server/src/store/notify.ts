/** Addresses of notifications, to columns and back: shops and products have the same five. */
import type { Notification, NotificationUrls } from '../rules/notification.ts'

type NotifyRow = { [Name in Notification as `notify_${Name}`]: string }

export const notifyColumns = [
  'notify_created',
  'notify_paid',
  'notify_prepaid',
  'notify_cancelled',
  'notify_returned',
] as const satisfies readonly (keyof NotifyRow)[]

export function notifyIn(row: NotifyRow): NotificationUrls {
  return {
    created: row.notify_created,
    paid: row.notify_paid,
    prepaid: row.notify_prepaid,
    cancelled: row.notify_cancelled,
    returned: row.notify_returned,
  }
}

export function notifyRow(urls: NotificationUrls): NotifyRow {
  return {
    notify_created: urls.created,
    notify_paid: urls.paid,
    notify_prepaid: urls.prepaid,
    notify_cancelled: urls.cancelled,
    notify_returned: urls.returned,
  }
}
