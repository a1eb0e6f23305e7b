import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { shopJson } from './describe.ts'

export function enableCommand(io: Io): Command {
  return new Command('enable')
    .description("Switch a shop's API on.")
    .argument('<login>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop enable anna'))
    .action(async (login: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.setEnabled(login, actorOf(io), true))
      if (options.json === true) return printJson(io.stdout, shopJson(shop))
      printLine(io.stdout, `${shop.login} is enabled.`)
    })
}
