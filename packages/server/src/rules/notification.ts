/** The events of which an old-style notification tells, in the spelling of their settings: `notify_created`. */
export const notifications = ['created', 'paid', 'prepaid', 'cancelled', 'returned'] as const
export type Notification = (typeof notifications)[number]

/** The addresses to notify of each, `''` for none. */
export type NotificationUrls = Readonly<Record<Notification, string>>
