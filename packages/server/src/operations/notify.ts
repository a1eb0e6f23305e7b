/** Where old-style notifications go, as products and the shop are told. */
import { z } from 'zod'
import type { NotificationUrls } from '../rules/notification.ts'
import { parseNotificationUrl } from '../rules/notification-url.ts'
import { ruled } from './fields.ts'

const url = ruled(parseNotificationUrl)
  .nullable()
  .transform((given) => given ?? '')
  .optional()

export const notify = z
  .strictObject({
    created: url.meta({ title: 'Created' }),
    paid: url.meta({ title: 'Paid' }),
    prepaid: url.meta({ title: 'Prepaid', description: 'Paid in part.' }),
    cancelled: url.meta({ title: 'Cancelled' }),
    returned: url.meta({ title: 'Returned' }),
  })
  .meta({
    title: 'Notification addresses',
    description: 'Where an old-style notification tells of each; null: nowhere; what is left out stays.',
  })

/** What was said, over what is there. */
export function notifyWith(present: NotificationUrls, given: z.output<typeof notify> | undefined): NotificationUrls {
  return {
    created: given?.created ?? present.created,
    paid: given?.paid ?? present.paid,
    prepaid: given?.prepaid ?? present.prepaid,
    cancelled: given?.cancelled ?? present.cancelled,
    returned: given?.returned ?? present.returned,
  }
}
