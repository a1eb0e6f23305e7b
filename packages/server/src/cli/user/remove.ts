import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { memberCalled } from './member-called.ts'

export function removeUserCommand(io: Io): Command {
  return new Command('remove')
    .description('Shut somebody out of a shop; whose last shop it was, is signed out everywhere.')
    .argument('<email>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('user remove bob@example.com --shop anna'))
    .action(async (email: string, options: DataOption & ShopOption) => {
      await withStore(io, options, async (store) => {
        const { shop, member } = await memberCalled(store, options.shop, email)
        await store.members.remove(shop.id, member.userId, actorOf(io))
      })
      printLine(io.stdout, `${email} no longer belongs to ${options.shop}.`)
    })
}
