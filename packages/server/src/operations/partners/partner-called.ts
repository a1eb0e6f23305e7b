import { z } from 'zod'
import { partnerResourceOf, type PartnerResource } from '../../resources/partner.ts'
import type { Partner } from '../../rules/partner.ts'
import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'
import { bodyFault } from '../problems.ts'
import { partnerLogins } from './partner-logins.ts'

type Reading = Pick<OperationContext, 'store'>

export const partnerInPath = z.string().meta({
  title: 'Partner',
  description:
    "The partner's login, percent-encoded, in any case of letters, or, where no partner has that login, their number.",
})

export async function partnerCalled({ store }: Reading, login: string, refuse: Refuse<'notFound'>): Promise<Partner> {
  return (await store.catalogue.partner(login)) ?? refuse('notFound', { detail: `There is no partner «${login}».` })
}

/** Whether another partner than the one of that number has this login, in whatever case of letters. */
export async function isTaken({ store }: Reading, login: string, own?: number): Promise<boolean> {
  const partner = await store.catalogue.partner(login)
  return partner !== undefined && partner.number !== own && partner.login.toLowerCase() === login.toLowerCase()
}

/** A field of the body that names a partner by login or number; null: nobody. */
export const namedPartner = z.string().trim().min(1).nullable().optional()

/** The number of whom that field names; undefined where it is left out. */
export async function numberOfNamed(
  { store }: Reading,
  field: string,
  login: string | null | undefined,
  refuse: Refuse<'invalid'>,
): Promise<number | null | undefined> {
  if (login === null || login === undefined) return login
  const partner = await store.catalogue.partner(login)
  return partner?.number ?? refuse('invalid', bodyFault(field, `There is no partner «${login}».`))
}

export async function partnerView(context: Reading, partner: Partner): Promise<PartnerResource> {
  const loginOf = await partnerLogins(context, [partner.parent])
  return partnerResourceOf(partner, loginOf(partner.parent))
}
