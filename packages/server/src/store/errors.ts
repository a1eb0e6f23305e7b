/** What went wrong in the store in a way that a person can mend; the message says how. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** The database does not answer: nobody's mistake, and over by itself. What was asked may be asked again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'

  constructor(
    options?: ErrorOptions,
    message = 'The database cannot be reached at the moment. Try again in a few seconds.',
  ) {
    super(message, options)
  }
}
