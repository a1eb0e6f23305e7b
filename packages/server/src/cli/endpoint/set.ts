import { Command, Option } from 'commander'
import { endpointResourceOf } from '../../resources/endpoint.ts'
import { parseEndpointUrl } from '../../rules/endpoint.ts'
import { CommandError } from '../command-error.ts'
import { differences } from '../differences.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  parseYesOrNo,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { harmless, printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { endpointFacts } from './describe.ts'
import { addEndpointOptions, type EndpointOptions, noEndpoint, parseEndpointNumber, typesHelp } from './options.ts'

interface Options extends DataOption, JsonOption, ShopOption, EndpointOptions {
  readonly url?: string
  readonly enabled?: boolean
}

export function setEndpointCommand(io: Io): Command {
  return addEndpointOptions(new Command('set'))
    .description('Change an endpoint; what is left out stays. Of one that is disabled, what is on its way ends.')
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(new Option('--url <url>', 'where it is from now on').argParser(byRule(parseEndpointUrl)))
    .addOption(new Option('--enabled <yes or no>', 'whether it is told anything').argParser(parseYesOrNo))
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('endpoint set 1 --types order.paid --shop anna', 'endpoint set 1 --enabled yes --shop anna') + typesHelp,
    )
    .action(async (number: number, { shop, data, database, json, types, ...settings }: Options) => {
      const changes = { ...settings, ...(types === undefined ? {} : { types: types === 'all' ? null : types }) }
      if (Object.keys(changes).length === 0) {
        throw new CommandError('Say what to change, like --enabled no. «billkeep endpoint set --help» lists it all.', {
          exitCode: 2,
        })
      }
      const { before, after } = await withShop(io, { shop, data, database }, async ({ endpoints }) => ({
        before: await endpoints.find(number),
        after: await endpoints.update(number, changes),
      }))
      if (before === undefined || after === undefined) throw noEndpoint(number)
      if (json === true) return printJson(io.stdout, endpointResourceOf(after))
      const lines = differences(endpointFacts(before), endpointFacts(after))
      for (const line of lines) printLine(io.stdout, harmless(line))
      if (lines.length === 0) printLine(io.stdout, `Nothing changed: endpoint ${number} was like that already.`)
    })
}
