import { Command } from 'commander'
import type { Io } from '../io.ts'
import {
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine, printTable } from '../print.ts'
import { readableTime } from '../shop/describe.ts'
import { withStore } from '../with-store.ts'

export function listUsersCommand(io: Io): Command {
  return new Command('list')
    .description('List who may sign in to the account page of a shop.')
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('user list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const members = await withStore(io, options, async (store) => {
        const shop = await store.shops.get(options.shop)
        return store.members.list(shop.id)
      })
      if (options.json === true) {
        const rows = members.map(({ email, name, role, since }) => ({
          email,
          name,
          role,
          since: new Date(since).toISOString(),
        }))
        return printJson(io.stdout, rows)
      }
      if (members.length === 0) return printLine(io.stderr, 'Nobody yet. Let somebody in: billkeep user create EMAIL')
      const rows = members.map(({ email, name, role, since }) => [email, name, role, readableTime(since)])
      printTable(io.stdout, ['E-MAIL', 'NAME', 'ROLE', 'SINCE'], rows)
    })
}
