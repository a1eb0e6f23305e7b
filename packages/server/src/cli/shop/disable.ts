import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { shopJson } from './describe.ts'

export function disableCommand(io: Io): Command {
  return new Command('disable')
    .description("Switch a shop's API off: every call is answered with error 7. Nothing is deleted.")
    .argument('<login>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop disable anna'))
    .action(async (login: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.setEnabled(login, actorOf(io), false))
      if (options.json === true) return printJson(io.stdout, shopJson(shop))
      printLine(io.stdout, `${shop.login} is disabled. To switch it on again: billkeep shop enable ${shop.login}`)
    })
}
