/** Two ways to tell how much time has gone on this machine, in milliseconds. */
export interface Clocks {
  /** Never set, but may stand still while the machine sleeps. */
  readonly steady: () => number
  /** Goes on then, but may be set. */
  readonly wall: () => number
}
