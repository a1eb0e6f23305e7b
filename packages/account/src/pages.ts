/** Every page of somebody who is signed in, once: its address, its place in the navigation, and what is loaded for it. */
import { type ComponentType, lazy } from 'react'
import type { TextName } from './texts/en.ts'

export interface Page {
  /** As wouter reads it; what it names is handed to the page. */
  readonly path: string
  /** Left out: it is reached from other pages only. */
  readonly name?: TextName
  /** Staff is not shown it. */
  readonly isForOwners?: boolean
  readonly Content: ComponentType<Readonly<Record<string, string>>>
}

export const pages: readonly Page[] = [
  {
    path: '/',
    name: 'nav.overview',
    Content: lazy(async () => ({ default: (await import('./pages/overview.tsx')).OverviewPage })),
  },
  {
    path: '/orders',
    name: 'nav.orders',
    Content: lazy(async () => ({ default: (await import('./pages/orders.tsx')).OrdersPage })),
  },
  {
    path: '/orders/new',
    Content: lazy(async () => ({ default: (await import('./pages/new-order.tsx')).NewOrderPage })),
  },
  {
    path: '/orders/:number',
    Content: lazy(async () => {
      const { OrderPage } = await import('./pages/order.tsx')
      return { default: OrderPage as Page['Content'] }
    }),
  },
  {
    path: '/customers',
    name: 'nav.customers',
    Content: lazy(async () => ({ default: (await import('./pages/customers.tsx')).CustomersPage })),
  },
  {
    path: '/products',
    name: 'nav.products',
    Content: lazy(async () => ({ default: (await import('./pages/products.tsx')).ProductsPage })),
  },
  {
    path: '/products/edit',
    Content: lazy(async () => ({ default: (await import('./pages/product.tsx')).ProductPage })),
  },
  {
    path: '/coupons',
    name: 'nav.coupons',
    Content: lazy(async () => ({ default: (await import('./pages/coupons.tsx')).CouponsPage })),
  },
  {
    path: '/coupons/edit',
    Content: lazy(async () => ({ default: (await import('./pages/coupon.tsx')).CouponPage })),
  },
  {
    path: '/partners',
    name: 'nav.partners',
    Content: lazy(async () => ({ default: (await import('./pages/partners.tsx')).PartnersPage })),
  },
  {
    path: '/partners/edit',
    Content: lazy(async () => ({ default: (await import('./pages/partner.tsx')).PartnerPage })),
  },
  {
    path: '/deliveries',
    name: 'nav.deliveries',
    Content: lazy(async () => ({ default: (await import('./pages/deliveries.tsx')).DeliveriesPage })),
  },
  {
    path: '/deliveries/:delivery',
    Content: lazy(async () => {
      const { DeliveryPage } = await import('./pages/delivery.tsx')
      return { default: DeliveryPage as Page['Content'] }
    }),
  },
  {
    path: '/webhooks',
    name: 'nav.webhooks',
    Content: lazy(async () => ({ default: (await import('./pages/webhooks.tsx')).WebhooksPage })),
  },
  {
    path: '/transfer',
    name: 'nav.transfer',
    Content: lazy(async () => ({ default: (await import('./pages/transfer.tsx')).TransferPage })),
  },
  {
    path: '/api',
    name: 'nav.api',
    isForOwners: true,
    Content: lazy(async () => ({ default: (await import('./pages/api.tsx')).ApiPage })),
  },
  {
    path: '/api/console',
    isForOwners: true,
    Content: lazy(async () => ({ default: (await import('./pages/console.tsx')).ConsolePage })),
  },
  {
    path: '/api/requests',
    isForOwners: true,
    Content: lazy(async () => ({ default: (await import('./pages/requests.tsx')).RequestsPage })),
  },
  {
    path: '/members',
    name: 'nav.members',
    isForOwners: true,
    Content: lazy(async () => ({ default: (await import('./pages/members.tsx')).MembersPage })),
  },
  {
    path: '/settings',
    name: 'nav.settings',
    isForOwners: true,
    Content: lazy(async () => ({ default: (await import('./pages/settings.tsx')).SettingsPage })),
  },
  {
    path: '/security',
    name: 'nav.security',
    Content: lazy(async () => ({ default: (await import('./pages/security.tsx')).SecurityPage })),
  },
]
