import { Command } from 'commander'
import { CommandError } from '../command-error.ts'
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
import { deliveryJson, unknownDelivery } from './describe.ts'

export function retryDeliveryCommand(io: Io): Command {
  return new Command('retry')
    .description('Send it again, whatever came of it; a running server does so within a second.')
    .argument('<id>', 'as «deliveries list» shows it')
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('deliveries retry 17-0 --shop anna'))
    .action(async (id: string, options: DataOption & JsonOption & ShopOption) => {
      const delivery = await withShop(io, options, ({ deliveries }) => deliveries.retry(id))
      if (delivery === undefined) throw unknownDelivery(id)
      if (delivery === 'disabledEndpoint') {
        throw new CommandError(
          `The endpoint of delivery ${id} is disabled, or gone. «billkeep endpoint set NUMBER --enabled yes» enables one.`,
        )
      }
      if (options.json === true) return printJson(io.stdout, deliveryJson(delivery))
      printLine(io.stdout, `Delivery ${id} is due now.`)
    })
}
