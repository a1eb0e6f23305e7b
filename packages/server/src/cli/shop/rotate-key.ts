import { Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type JsonOption, jsonOption, parseDuration } from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { actorOf, withStore } from '../with-store.ts'
import { readableTime, shopKeysJson } from './describe.ts'

interface Options extends DataOption, JsonOption {
  readonly overlap: number
}

const defaultOverlap = '7d'

export function rotateKeyCommand(io: Io): Command {
  return new Command('rotate-key')
    .description('Make a new API key. The present one goes on working for a while, so that scripts can be changed.')
    .argument('<login>')
    .addOption(overlapOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('shop rotate-key anna', 'shop rotate-key anna --overlap 12h'))
    .action(async (login: string, options: Options) => {
      const shop = await withStore(io, options, ({ shops }) => shops.rotateKey(login, actorOf(io), options.overlap))
      if (options.json === true) return printJson(io.stdout, shopKeysJson(shop))
      printLine(io.stdout, `New API key of ${shop.login}: ${shop.keys[0]}`)
      const until = shop.previousKeyUntil
      printLine(
        io.stdout,
        until === null ? 'The old key has stopped.' : `The old key works until ${readableTime(until)}.`,
      )
    })
}

function overlapOption(): Option {
  return new Option('--overlap <time>', 'how long the present key still works: 7d, 12h, 30m, 45s; 0: it stops at once')
    .argParser(parseDuration)
    .default(parseDuration(defaultOverlap), defaultOverlap)
}
