/** Files that the browser itself fetches and keeps: it can name the shop in no header, so the address does. */
import { type ApiRequest, isVisit } from '../message.ts'

export interface Download {
  readonly request: ApiRequest
  /** After `/v1`. */
  readonly target: string
}

const place = /^\/download\/([^/?]+)\/orders(\?.*)?$/s

/** `/download/SHOP/orders?…` is `exportOrders` of API v1. `target` begins after `/account`; undefined: it is no such file. */
export function downloadAt(request: ApiRequest, target: string): Download | undefined {
  const [, shop, query = ''] = place.exec(target) ?? []
  if (shop === undefined || !isVisit(request)) return undefined
  // What comes from another site is refused there as any call is.
  const headers = { ...request.headers, 'billkeep-shop': decoded(shop) }
  return { request: { ...request, headers }, target: `/orders/export${query}` }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
