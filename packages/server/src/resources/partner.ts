/** A partner as API v1 shows them. */
import { z } from 'zod'
import type { Partner } from '../rules/partner.ts'
import { percentOf } from '../rules/percent.ts'
import { number, percent } from './fields.ts'

export const partnerResource = z
  .strictObject({
    number: number.meta({ title: 'Partner number', description: 'Unique in the shop, and never given twice.' }),
    login: z.string().meta({ title: 'Login', description: 'What orders name them by, in any case of letters.' }),
    percent: percent.meta({
      title: 'Percent',
      description: 'Their share of items whose product sets no fee, with at most two decimals.',
    }),
    parent: z.string().nullable().meta({
      title: 'Parent',
      description: 'The login of whoever brought them, and so has level 2 in their sales; null: nobody.',
    }),
  })
  .meta({ id: 'Partner', title: 'Partner' })
export type PartnerResource = z.output<typeof partnerResource>

/** `parent` is the login of whoever brought them. */
export function partnerResourceOf(
  { number: own, login, basisPoints }: Partner,
  parent: string | null,
): PartnerResource {
  return { number: own, login, percent: percentOf(basisPoints), parent }
}
