import { Command } from 'commander'
import type { Io } from '../../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption } from '../../options.ts'
import { printJson, printLine } from '../../print.ts'
import { actorOf, withStore } from '../../with-store.ts'
import { shopJson } from '../describe.ts'

export function addCommand(io: Io): Command {
  return new Command('add')
    .description("Let a domain of the shop's own stand in for LOGIN.HOST. Point its DNS here, too.")
    .argument('<login>')
    .argument('<host>', 'the domain, without scheme, port and path')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop domain add anna shop.example.com'))
    .action(async (login: string, host: string, options: DataOption & JsonOption) => {
      const shop = await withStore(io, options, ({ shops }) => shops.addDomain(login, actorOf(io), host))
      if (options.json === true) return printJson(io.stdout, shopJson(shop))
      printLine(io.stdout, `Domains of ${shop.login}: ${shop.domains.join(' ')}`)
    })
}
