/** Shares as people and the wire write them; inside, a share is a whole number of hundredths of a percent. */

const whole = 10_000

/** `10`, `12.5` and `12.50` in hundredths of a percent; undefined if it is anything else, negative or above 100. */
export function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  const [, percent = '', fraction = ''] = match
  const basisPoints = Number(percent) * 100 + Number(fraction.padEnd(2, '0'))
  return basisPoints <= whole ? basisPoints : undefined
}

/** `1250` → `12.5`. */
export function writePercent(basisPoints: number): string {
  return String(percentOf(basisPoints))
}

/** 1250 → 12.5. */
export function percentOf(basisPoints: number): number {
  return basisPoints / 100
}

/** 12.5 → 1250; undefined if it has more than two decimals, is negative or above 100. */
export function basisPointsOf(percent: number): number | undefined {
  const basisPoints = Math.round(percent * 100)
  return percentOf(basisPoints) === percent && basisPoints >= 0 && basisPoints <= whole ? basisPoints : undefined
}
