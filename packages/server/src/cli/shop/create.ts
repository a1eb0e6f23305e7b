import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption, keyOption } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { shopKeysJson } from './describe.ts'

interface Options extends DataOption, JsonOption {
  readonly key?: string
}

export function createCommand(io: Io): Command {
  return new Command('create')
    .description('Make a shop and show its API key.')
    .argument('<login>', "the shop's login, also the first label of its host name")
    .addOption(keyOption('keep this key, of the old platform, instead of a new random one'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop create anna', 'BILLKEEP_KEY=the-old-key billkeep shop create anna'))
    .action(async (login: string, options: Options) => {
      const shop = await withStore(io, options, {
        mayMake: true,
        work: ({ shops }) => shops.create(login, actorOf(io), { key: options.key }),
      })
      if (options.json === true) return printJson(io.stdout, shopKeysJson(shop))
      printLine(io.stdout, `Made shop ${shop.login}.`)
      printLine(io.stdout, `API key: ${shop.keys[0]}`)
    })
}
