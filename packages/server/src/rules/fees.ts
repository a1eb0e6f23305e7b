/** Who earns by an item, and how much (protocol section 7, item object). */
import type { PartnerFee } from './order.ts'
import type { Partner } from './partner.ts'
import { shareOf } from './pricing.ts'
import type { Fee, Product } from './product.ts'

/** `chain`: whose sale it is, level 1 first. Above level 2, products set no fees, and partners earn none. */
export function feesOf(
  { fees }: Pick<Product, 'fees'>,
  sumMinor: number,
  chain: readonly Partner[],
): readonly PartnerFee[] {
  return chain.map((partner, index) => {
    const own: Fee | null = index === 0 ? { sumMinor: 0, basisPoints: partner.basisPoints } : null
    const fee = fees[index] ?? own
    return {
      level: index + 1,
      partner: partner.number,
      name: partner.login,
      feeMinor: fee === null ? 0 : Math.min(sumMinor, feeOf(fee, sumMinor)),
    }
  })
}

/** Nobody earns more than the item costs. */
function feeOf({ sumMinor: fixed, basisPoints }: Fee, sumMinor: number): number {
  return basisPoints > 0 ? shareOf(sumMinor, basisPoints) : fixed
}
