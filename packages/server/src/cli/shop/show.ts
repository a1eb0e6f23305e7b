import { Command } from 'commander'
import type { Shop } from '../../store/shops.ts'
import type { Facts } from '../differences.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { harmless, printJson, printLine } from '../print.ts'
import { withStore } from '../with-store.ts'
import { readableAddresses, readableTime, settingFacts, shopJson } from './describe.ts'

export function showCommand(io: Io): Command {
  return new Command('show')
    .description('Show a shop, without its key.')
    .argument('<login>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop show anna', 'shop show anna --json'))
    .action(async (login: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.get(login))
      if (options.json === true) return printJson(io.stdout, shopJson(shop))
      const facts = factsOf(shop)
      const width = Math.max(...facts.map(([label]) => label.length)) + 2
      for (const [label, value] of facts) printLine(io.stdout, harmless(`${`${label}:`.padEnd(width)}${value}`))
    })
}

function factsOf(shop: Shop): Facts {
  const { previousKeyUntil } = shop
  return [
    ['Login', shop.login],
    ['API', shop.enabled ? 'enabled' : 'disabled'],
    ['Domains', shop.domains.length === 0 ? 'none of its own' : shop.domains.join(' ')],
    ['May call', readableAddresses(shop.allowedAddresses)],
    ['Old key', previousKeyUntil === null ? 'none' : `works until ${readableTime(previousKeyUntil)}`],
    ['Created', readableTime(shop.created)],
    ...settingFacts(shop),
  ]
}
