/** Sums as the wire has them: a number of cents inside, a text outside. */

/** Undefined where it is none. */
export function centsIn(text: string): number | undefined {
  return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined
}

export function moneyText(cents: number): string {
  return (cents / 100).toFixed(2)
}

/** A share in hundredths of a percent, rounded half up to cents. */
export function shareOf(cents: number, basisPoints: number): number {
  return Math.floor((cents * basisPoints) / 10_000 + 0.5)
}
