import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine, printTable } from '../print.ts'
import { withStore } from '../with-store.ts'
import { readableAddresses, readableTime, shopJson } from './describe.ts'

export function listCommand(io: Io): Command {
  return new Command('list')
    .description('List all shops.')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop list', "shop list --json | jq -r '.[].login'"))
    .action(async (options: DataOption & JsonOption) => {
      const shops = await withStore(io, options, (store) => store.shops.list())
      if (options.json === true) return printJson(io.stdout, shops.map(shopJson))
      if (shops.length === 0) return printLine(io.stderr, 'No shops yet. Make one: billkeep shop create LOGIN')
      const rows = shops.map(({ login, enabled, domains, allowedAddresses, created }) => [
        login,
        enabled ? 'enabled' : 'disabled',
        domains.join(' '),
        readableAddresses(allowedAddresses),
        readableTime(created),
      ])
      printTable(io.stdout, ['LOGIN', 'API', 'DOMAINS', 'MAY CALL', 'CREATED'], rows)
    })
}
