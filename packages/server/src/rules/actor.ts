/** Who changes something, as the audit keeps it. */

/** The ways into a shop's data. */
export const faces = ['api', 'v1', 'account', 'cli', 'job'] as const

export interface Actor {
  readonly face: (typeof faces)[number]
  /**
   * Of `api` which key signed (never the key), of `v1` the token's number and name, of `account` the user's number, of
   * `cli` the operating system's user, of `job` its kind.
   */
  readonly name: string
  /** The caller's IP address; '' where there is none. */
  readonly address: string
}

/** Stands where nothing is changed. */
export const reader: Actor = { face: 'api', name: 'reader', address: '' }
