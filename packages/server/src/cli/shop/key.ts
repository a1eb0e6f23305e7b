import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withStore } from '../with-store.ts'
import { readableTime, shopKeysJson } from './describe.ts'

export function keyCommand(io: Io): Command {
  return new Command('key')
    .description("Print a shop's API key, and nothing else on standard output.")
    .argument('<login>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop key anna', 'shop key anna --json'))
    .action(async (login: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.get(login))
      if (options.json === true) return printJson(io.stdout, shopKeysJson(shop))
      printLine(io.stdout, shop.keys[0])
      if (shop.previousKeyUntil === null) return
      printLine(io.stderr, `The key before it works until ${readableTime(shop.previousKeyUntil)}.`)
    })
}
