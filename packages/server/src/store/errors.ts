/** What went wrong in the store in a way that a person can mend; the message says how. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
