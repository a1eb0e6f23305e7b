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
import { printJson, printLine, printTable } from '../print.ts'
import { withShop } from '../with-store.ts'
import { readableEndpointState } from './describe.ts'

export function listEndpointsCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's endpoints.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('endpoint list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const endpoints = await withShop(io, options, (shop) => shop.endpoints.list())
      if (options.json === true) return printJson(io.stdout, endpoints.map(endpointResourceOf))
      if (endpoints.length === 0) return printLine(io.stderr, 'No endpoints yet. Add one: billkeep endpoint add URL')
      const rows = endpoints.map((endpoint) => [
        String(endpoint.number),
        endpoint.url,
        readableEndpointState(endpoint),
        endpoint.types === null ? 'all' : endpoint.types.join(' '),
        endpoint.description,
      ])
      printTable(io.stdout, ['NUMBER', 'ADDRESS', 'STATE', 'TOLD OF', 'FOR'], rows)
    })
}
