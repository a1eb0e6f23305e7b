import type { EndpointResource } from '../../resources/endpoint.ts'

/** A webhook endpoint for the documentation. */
export const endpointSample: EndpointResource = {
  number: 1,
  url: 'https://shop.example.com/webhooks',
  description: 'Gives access to courses',
  types: ['order.paid', 'order.returned'],
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  failing_since: null,
  previous_secret_until: null,
  created_at: '2026-01-31T18:00:00.000Z',
}

export const secretSample = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwb3Jkgd4tUeA='
