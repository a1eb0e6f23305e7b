/** Whom a shop lets in: errors 7, 6 and 8, in the order of protocol section 6. */
import { ApiError } from '@billkeep/wire/errors.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Tenant } from './tenant.ts'

export interface Admission {
  /** Throws ApiError `accountDisabled`, `addressDenied` or `rateLimited`. */
  admit(tenant: Tenant, address: string): Promise<void>
  /** Counts a visit of a page as a call, and tells whether it may be answered. */
  isWithinRate(tenant: Tenant, address: string): Promise<boolean>
  /** The refusal of a wrong signature, which costs as much as many calls, so that guessing ends before work does. */
  wrongHash(tenant: Tenant, address: string): Promise<ApiError>
}

/** What a call with a wrong signature costs, in calls. */
const wrongSignatureCost = 60

/** `callsPerMinute` is for each shop and address, in this process; 0: no limit. */
export function createAdmission({ callsPerMinute }: { readonly callsPerMinute: number }): Admission {
  const limiter = new RateLimiterMemory({ points: callsPerMinute, duration: 60 })

  /** The limiter calls it a penalty; unlike its `consume`, it does not reject when the budget is used up. */
  async function spend({ context }: Tenant, address: string, calls: number): Promise<number> {
    const { consumedPoints } = await limiter.penalty(`${context.shop.id}:${address}`, calls)
    return consumedPoints
  }

  async function isWithinRate(tenant: Tenant, address: string): Promise<boolean> {
    return callsPerMinute === 0 || (await spend(tenant, address, 1)) <= callsPerMinute
  }

  return {
    isWithinRate,
    async admit(tenant, address) {
      if (!tenant.context.shop.enabled) throw new ApiError('accountDisabled')
      if (!tenant.allowed.has(address)) throw new ApiError('addressDenied', { tail: address })
      if (callsPerMinute > 0 && (await spend(tenant, address, 1)) > callsPerMinute) throw new ApiError('rateLimited')
    },
    async wrongHash(tenant, address) {
      if (callsPerMinute > 0) await spend(tenant, address, wrongSignatureCost - 1)
      return new ApiError('wrongHash')
    },
  }
}
