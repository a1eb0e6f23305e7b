/** What the page says, in English; every other language has the same names. */
export const en = {
  'app.name': 'Billkeep',
  'nav.overview': 'Overview',
  'nav.orders': 'Orders',
  'nav.deliveries': 'Deliveries',
  'nav.webhooks': 'Webhooks',
  'nav.transfer': 'Import and export',
  'nav.security': 'Security',
  'nav.signOut': 'Sign out',
  'nav.shop': 'Shop',
  'nav.theme': 'Light or dark',
  'nav.language': 'Language',
  'nav.menu': 'Menu',
  'nav.skip': 'To the content',

  'signIn.title': 'Sign in',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.wrong': 'The e-mail address or the password is wrong.',
  'signIn.tooOften': 'Too many attempts. Try again in a minute.',
  'signIn.code': 'Code',
  'signIn.codeHint': 'Six digits from your app, or one of the codes that you kept.',
  'signIn.codeWrong': 'That is not the code of this moment.',
  'signIn.codeSubmit': 'Go on',

  'password.hint': 'At least 10 characters.',

  'role.owner': 'owner',
  'role.staff': 'staff',

  'order.status': 'Status',
  'order.number': 'Order',
  'order.customer': 'Customer',
  'order.created': 'Created',
  'order.products': 'Products',
  'order.total': 'Total',

  'status.waiting': 'Waiting',
  'status.paid': 'Paid',
  'status.cancelled': 'Cancelled',
  'status.returned': 'Returned',

  'event.order.created': 'Created',
  'event.order.paid': 'Paid',
  'event.order.prepaid': 'Paid in part',
  'event.order.cancelled': 'Cancelled',
  'event.order.returned': 'Returned',
  'event.order.sent': 'Sent',
  'event.order.deleted': 'Deleted',
  'event.order.restored': 'Restored',

  'common.yes': 'Yes',
  'common.no': 'No',
  'common.close': 'Close',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.more': 'Show more',
  'common.again': 'Try again',
  'common.failed': 'This did not work: {detail}',
  'common.offline': 'The server cannot be reached.',
  'common.loading': 'Loading…',
} as const

export type TextName = keyof typeof en
export type Texts = Readonly<Record<TextName, string>>
