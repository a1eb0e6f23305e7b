import { Command, InvalidArgumentError, Option } from 'commander'
import { type DeliveryState, deliveryStates } from '../../store/schema.ts'
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
import { printJson, printLine, printTable } from '../print.ts'
import { withShop } from '../with-store.ts'
import { parseEndpointNumber } from '../endpoint/options.ts'
import { deliveryJson, numberIn, readableState } from './describe.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly state?: DeliveryState
  readonly endpoint?: number
  readonly limit: number
}

export function listDeliveriesCommand(io: Io): Command {
  return new Command('list')
    .description('List webhooks and notifications, the latest first.')
    .addOption(shopOption())
    .addOption(new Option('--state <state>', 'only those in this state').choices(deliveryStates))
    .addOption(new Option('--endpoint <number>', 'only those to this endpoint').argParser(parseEndpointNumber))
    .addOption(new Option('--limit <count>', 'at most so many').argParser(parseLimit).default(50))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('deliveries list --shop anna', 'deliveries list --shop anna --state failed'))
    .action(async (options: Options) => {
      const deliveries = await withShop(io, options, (shop) =>
        shop.deliveries.list({ state: options.state, endpoint: options.endpoint, limit: options.limit }),
      )
      if (options.json === true) return printJson(io.stdout, deliveries.map(deliveryJson))
      if (deliveries.length === 0) return printLine(io.stderr, 'There are none.')
      const rows = deliveries.map((delivery) => [
        delivery.id,
        delivery.event.type,
        String(numberIn(delivery.event)),
        readableState(delivery),
        String(delivery.attempts),
        delivery.url,
        delivery.lastProblem,
      ])
      printTable(io.stdout, ['ID', 'EVENT', 'NUMBER', 'STATE', 'TRIED', 'TO', 'LAST PROBLEM'], rows)
    })
}

function parseLimit(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 99999.')
  return Number(text)
}
