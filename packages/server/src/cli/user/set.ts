import { Command, Option } from 'commander'
import { parseRole, type Role } from '../../rules/user.ts'
import type { Io } from '../io.ts'
import { byRule, type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { memberCalled } from './member-called.ts'

interface Options extends DataOption, ShopOption {
  readonly role: Role
}

export function setUserCommand(io: Io): Command {
  return new Command('set')
    .description('Change what somebody may do in a shop.')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'owner or staff').argParser(byRule(parseRole)).makeOptionMandatory())
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('user set bob@example.com --role owner --shop anna'))
    .action(async (email: string, options: Options) => {
      const { shop: login, role } = options
      await withStore(io, options, async (store) => {
        const { shop, member } = await memberCalled(store, login, email)
        await store.members.setRole(shop.id, member.userId, role, actorOf(io))
      })
      printLine(io.stdout, `${email} is ${role} of ${login}.`)
    })
}
