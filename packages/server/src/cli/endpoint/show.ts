import { Command } from 'commander'
import { endpointResourceOf } from '../../resources/endpoint.ts'
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
import { withShop } from '../with-store.ts'
import { endpointFacts } from './describe.ts'
import { noEndpoint, parseEndpointNumber } from './options.ts'

export function showEndpointCommand(io: Io): Command {
  return new Command('show')
    .description('Show all that is known of an endpoint but its secret.')
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('endpoint show 1 --shop anna'))
    .action(async (number: number, options: DataOption & JsonOption & ShopOption) => {
      const endpoint = await withShop(io, options, ({ endpoints }) => endpoints.find(number))
      if (endpoint === undefined) throw noEndpoint(number)
      if (options.json === true) return printJson(io.stdout, endpointResourceOf(endpoint))
      const facts = endpointFacts(endpoint)
      const width = Math.max(...facts.map(([label]) => label.length)) + 2
      for (const [label, value] of facts) printLine(io.stdout, harmless(`${`${label}:`.padEnd(width)}${value}`))
    })
}
