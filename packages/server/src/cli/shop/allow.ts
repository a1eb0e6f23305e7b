import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { readableAddresses, shopJson } from './describe.ts'

export function allowCommand(io: Io): Command {
  return new Command('allow')
    .description("Replace the list of addresses that may call a shop's API. No address: everybody may.")
    .argument('<login>')
    .argument('[cidr...]', 'addresses and ranges: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop allow anna 203.0.113.7 198.51.100.0/24', 'shop allow anna'))
    .action(async (login: string, addresses: readonly string[], options: DataOption & JsonOption) => {
      const { before, shop } = await withStore(io, options, async ({ shops }) => {
        const { allowedAddresses } = await shops.get(login)
        return { before: allowedAddresses, shop: await shops.setAllowedAddresses(login, actorOf(io), addresses) }
      })
      if (options.json === true) return printJson(io.stdout, { ...shopJson(shop), allowed_addresses_before: before })
      printLine(io.stdout, `Before: ${readableAddresses(before)}`)
      printLine(io.stdout, `Now:    ${readableAddresses(shop.allowedAddresses)}`)
      printLine(io.stdout, `To put the list back: billkeep shop allow ${[shop.login, ...before].join(' ')}`)
    })
}
