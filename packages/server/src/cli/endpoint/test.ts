import { Command } from 'commander'
import type { Io } from '../io.ts'
import {
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { disabledEndpoint, noEndpoint, parseEndpointNumber } from './options.ts'

export function testEndpointCommand(io: Io): Command {
  return new Command('test')
    .description('Send a test event to an endpoint; a running server does so within a second.')
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('endpoint test 1 --shop anna'))
    .action(async (number: number, options: DataOption & JsonOption & ShopOption) => {
      const sent = await withShop(io, options, ({ endpoints }) => endpoints.sendTest(number))
      if (sent === undefined) throw noEndpoint(number)
      if (sent === 'disabled') throw disabledEndpoint(number)
      if (options.json === true) return printJson(io.stdout, sent)
      printLine(
        io.stdout,
        `A test event is due now. «billkeep deliveries show ${sent.delivery}» tells what came of it.`,
      )
    })
}
