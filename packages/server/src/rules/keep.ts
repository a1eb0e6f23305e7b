/** For how long what is done with is kept, in milliseconds; Infinity: for ever. */
export interface Keep {
  /** The content of events: that something happened, to which order and when, is kept for ever. */
  readonly eventsMs: number
  /** Notifications that were delivered, or have failed for good, since the last attempt. */
  readonly deliveriesMs: number
}
