import type { Partner } from '../../rules/partner.ts'
import type { ShopStore } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'

/** By the login, in any case of letters; `''` for nobody. */
export async function partnerCalled({ partners }: ShopStore, login: string): Promise<Partner | undefined> {
  const key = login.trim().toLowerCase()
  if (key === '') return undefined
  const partner = (await partners.list()).find((each) => each.login.toLowerCase() === key)
  if (partner !== undefined) return partner
  throw new CommandError(`There is no partner «${login}». «billkeep partner list» shows those there are.`)
}
