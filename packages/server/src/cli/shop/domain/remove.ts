import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../../options.ts'
import { printJson, printLine } from '../../print.ts'
import { actorOf, withStore } from '../../with-store.ts'
import { shopJson } from '../describe.ts'

export function removeCommand(io: Io): Command {
  return new Command('remove')
    .description('Unlink a domain from a shop.')
    .argument('<login>')
    .argument('<host>')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop domain remove anna shop.example.com'))
    .action(async (login: string, host: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.removeDomain(login, actorOf(io), host))
      if (options.json === true) return printJson(io.stdout, shopJson(shop))
      const left = shop.domains.length === 0 ? 'none of its own' : shop.domains.join(' ')
      printLine(io.stdout, `Domains of ${shop.login}: ${left}`)
    })
}
