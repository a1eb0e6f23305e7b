import type { Partner } from '../../rules/partner.ts'
import { writePercent } from '../../rules/percent.ts'

/** For `--json`. */
export function partnerJson({ number, login, basisPoints, parent }: Partner): Readonly<Record<string, unknown>> {
  return { number, login, percent: writePercent(basisPoints), parent }
}
