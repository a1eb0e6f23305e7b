/** The address of an order's payment page (protocol section 7). */

export interface LinkParts {
  /** The domain on which the order was taken; '' if none was given: then the caller puts scheme and domain before it. */
  readonly domain: string
  readonly number: number
  /** What makes it unguessable. */
  readonly token: string
}

export function orderLink({ domain, number, token }: LinkParts): string {
  return `${domain === '' ? '' : `http://${domain}`}/bill/${number}/${token}/`
}
