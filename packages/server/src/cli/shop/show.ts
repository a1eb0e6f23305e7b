import { Command } from 'commander'
import type { Shop } from '../../store/shops.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withStore } from '../with-store.ts'
import { readableAddresses, readableTime, shopJson } from './describe.ts'

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
      for (const [label, value] of factsOf(shop)) printLine(io.stdout, `${`${label}:`.padEnd(11)}${value}`)
    })
}

function factsOf(shop: Shop): readonly (readonly [label: string, value: string])[] {
  const { previousKeyUntil } = shop
  return [
    ['Login', shop.login],
    ['API', shop.enabled ? 'enabled' : 'disabled'],
    ['Domains', shop.domains.length === 0 ? 'none of its own' : shop.domains.join(' ')],
    ['May call', readableAddresses(shop.allowedAddresses)],
    ['Old key', previousKeyUntil === null ? 'none' : `works until ${readableTime(previousKeyUntil)}`],
    ['Currency', shop.currency],
    ['Time zone', shop.timeZone],
    ['Created', readableTime(shop.created)],
  ]
}
