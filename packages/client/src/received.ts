/** What is signed are the bytes as they came: parsed and written again, they would be others. Throws TypeError. */
export function checkUnparsed(body: unknown): void {
  if (typeof body === 'string' || body instanceof Uint8Array) return
  throw new TypeError(
    '«body» must be what arrived, as text or bytes, before anything has parsed it (in Express: express.raw).',
  )
}
