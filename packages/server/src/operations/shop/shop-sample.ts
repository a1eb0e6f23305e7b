import type { ShopResource } from '../../resources/shop.ts'

/** A shop for the documentation. */
export const shopSample: ShopResource = {
  login: 'anna',
  title: 'Anna bakes',
  language: 'en',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  payment_url: 'https://pay.example.com/?order={number}&sum={sum}',
  notify: {
    created: null,
    paid: 'https://shop.example.com/paid.php',
    prepaid: null,
    cancelled: null,
    returned: null,
  },
  stale_reads: false,
  allowed_addresses: [],
  domains: ['orders.example.com'],
  enabled: true,
  created_at: '2026-01-01T00:00:00.000Z',
}
