import { Command } from 'commander'
import { endpointResourceOf } from '../../resources/endpoint.ts'
import { mostEndpoints, parseEndpointUrl } from '../../rules/endpoint.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson } from '../print.ts'
import { withShop } from '../with-store.ts'
import { addEndpointOptions, type EndpointOptions, typesHelp } from './options.ts'
import { printSecret } from './print-secret.ts'

type Options = DataOption & JsonOption & ShopOption & EndpointOptions

export function addEndpointCommand(io: Io): Command {
  return addEndpointOptions(new Command('add'))
    .description('Have an address told of events, from now on. Its secret is shown once.')
    .argument('<url>', 'http or https', byRule(parseEndpointUrl))
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'endpoint add https://crm.example.com/webhooks --shop anna',
        'endpoint add https://crm.example.com/webhooks --types order.paid,order.returned --shop anna',
      ) + typesHelp,
    )
    .action(async (url: string, options: Options) => {
      const { description = '', types = 'all' } = options
      const settings = { url, description, types: types === 'all' ? null : types }
      const made = await withShop(io, options, ({ endpoints }) => endpoints.create(settings))
      if (made === 'tooMany') {
        throw new CommandError(`The shop has ${mostEndpoints} endpoints, which is the most. Remove one first.`)
      }
      const { endpoint, secret } = made
      if (options.json === true) return printJson(io.stdout, { ...endpointResourceOf(endpoint), secret })
      printSecret(io, `Endpoint ${endpoint.number}, which signs with this secret:`, secret)
    })
}
