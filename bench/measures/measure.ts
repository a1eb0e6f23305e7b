/** What a measurement is told; each prints its own rows. */
export interface Settings {
  /** Of the larger shop. */
  readonly orders: number
  readonly rounds: number
  /** Of a round. */
  readonly seconds: number
  /** Ten million orders and a cold file too. */
  readonly full: boolean
}

export type Measure = (settings: Settings) => Promise<void>

export const connections = 32
