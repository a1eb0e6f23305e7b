/** How much the most of the last third may be above the most of the second and third tenth: garbage that waits. */
const allowance = { factor: 1.1, mb: 20 }

/** Whether memory, looked at in each tenth of a run, has stopped growing after the first tenths. */
export function isFlat(residentMb: readonly number[]): boolean {
  const warm = Math.max(...residentMb.slice(1, 3))
  const end = Math.max(...residentMb.slice(-3))
  return end <= warm * allowance.factor + allowance.mb
}
