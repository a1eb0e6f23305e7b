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

/** For as long V8 compiles what is asked all the time, on the very core on which that is measured. */
const warmUpSeconds = 8

/** Of a round as `inTurn` counts them: the first warms up. */
export function secondsOf(round: number, { seconds }: Pick<Settings, 'seconds'>): number {
  return round === 0 ? Math.max(warmUpSeconds, seconds) : seconds
}
