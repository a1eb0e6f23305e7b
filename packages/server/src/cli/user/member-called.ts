import type { Member } from '../../rules/user.ts'
import type { Shop } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'

/** Throws CommandError where nobody of that address belongs to the shop. */
export async function memberCalled(
  { shops, members }: Store,
  login: string,
  email: string,
): Promise<{ readonly shop: Shop; readonly member: Member }> {
  const shop = await shops.get(login)
  const wanted = email.trim().toLowerCase()
  const member = (await members.list(shop.id)).find((each) => each.email === wanted)
  if (member === undefined) {
    throw new CommandError(`Nobody with «${email}» belongs to ${shop.login}. «billkeep user list» shows who does.`)
  }
  return { shop, member }
}
