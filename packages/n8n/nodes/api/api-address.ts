/**
 * Where an installation's API v1 is, from what people know of its address: `orders.example.com` is enough. That of a shop
 * (`/@anna`) is for the old API: over API v1 the token says whose shop it is.
 */
export function apiAddress(given: string): string {
  const address = /^https?:\/\//i.test(given) ? given : `https://${given}`
  return `${address.replace(/\/+$/, '').replace(/\/(?:v1(?:\/docs)?|@[^/]*)$/, '')}/v1`
}
