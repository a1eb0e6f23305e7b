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
import { harmless, printJson, printLine } from '../print.ts'
import { readableTime } from '../shop/describe.ts'
import { withShop } from '../with-store.ts'
import { deliveryJson, kindOf, numberIn, readableState, unknownDelivery } from './describe.ts'

export function showDeliveryCommand(io: Io): Command {
  return new Command('show')
    .description('Show a delivery and what its receiver answered last.')
    .argument('<id>', 'as «deliveries list» shows it')
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('deliveries show 17-0 --shop anna'))
    .action(async (id: string, options: DataOption & JsonOption & ShopOption) => {
      const delivery = await withShop(io, options, ({ deliveries }) => deliveries.find(id))
      if (delivery === undefined) throw unknownDelivery(id)
      if (options.json === true) return printJson(io.stdout, deliveryJson(delivery))
      const { event, endpoint, url, attempts, lastAt, lastStatus, lastProblem, lastAnswer } = delivery
      const facts = [
        ['Event', `${event.type} of ${kindOf(event)} ${numberIn(event)}, ${readableTime(event.at)}`],
        ['To', endpoint === null ? url : `endpoint ${endpoint}, ${url}`],
        ['State', readableState(delivery)],
        ['Tried', attempts === 0 ? 'not yet' : `${attempts} times, last ${readableTime(lastAt ?? 0)}`],
        ['Problem', lastProblem === '' ? 'none' : lastProblem],
        ['Answer', lastStatus === null ? 'none' : `${lastStatus} ${lastAnswer}`.trim()],
      ]
      for (const [label, value] of facts) printLine(io.stdout, harmless(`${`${label}:`.padEnd(9)}${value}`))
    })
}
