/** Where old-style notifications go, as API v1 shows it. */
import { z } from 'zod'
import type { NotificationUrls } from '../rules/notification.ts'

const url = z.string().nullable()

export const notifyResource = z
  .strictObject({
    created: url.meta({ title: 'Created' }),
    paid: url.meta({ title: 'Paid' }),
    prepaid: url.meta({ title: 'Prepaid', description: 'Paid in part.' }),
    cancelled: url.meta({ title: 'Cancelled' }),
    returned: url.meta({ title: 'Returned' }),
  })
  .meta({
    id: 'NotificationAddresses',
    title: 'Notification addresses',
    description: 'Where an old-style notification tells of what happens to orders; null: nowhere.',
  })

export function notifyResourceOf(urls: NotificationUrls): z.output<typeof notifyResource> {
  return {
    created: orNull(urls.created),
    paid: orNull(urls.paid),
    prepaid: orNull(urls.prepaid),
    cancelled: orNull(urls.cancelled),
    returned: orNull(urls.returned),
  }
}

function orNull(address: string): string | null {
  return address === '' ? null : address
}
