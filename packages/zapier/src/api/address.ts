/**
 * Where an installation's API v1 is, from what people know of its address: `orders.example.com` is enough. That of a shop
 * (`/@anna`) is for the old API: over API v1 the token says whose shop it is.
 */
export function apiAddress(given: string): string {
  const text = given.trim()
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (url?.username !== '' || url.password !== '') {
    throw new RangeError(`«${text}» is no address of an installation; one looks like https://orders.example.com.`)
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:v1(?:\/docs)?|@[^/]*)$/, '')
  return `${url.origin}${path}/v1`
}
