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
import { printJson, printLine } from '../print.ts'
import { readableTime } from '../shop/describe.ts'
import { withShop } from '../with-store.ts'
import { noEndpoint, overlapOption, parseEndpointNumber } from './options.ts'
import { printSecret } from './print-secret.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly overlap: number
}

export function rotateSecretCommand(io: Io): Command {
  return new Command('rotate-secret')
    .description('Make a new secret. The present one signs, too, for a while, so that the receiver can change over.')
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(overlapOption())
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('endpoint rotate-secret 1 --overlap 7d --shop anna'))
    .action(async (number: number, options: Options) => {
      const rotated = await withShop(io, options, ({ endpoints }) => endpoints.rotateSecret(number, options.overlap))
      if (rotated === undefined) throw noEndpoint(number)
      const { endpoint, secret } = rotated
      if (options.json === true) return printJson(io.stdout, { ...endpointResourceOf(endpoint), secret })
      printSecret(io, `New secret of endpoint ${number}:`, secret)
      const until = endpoint.previousSecretUntil
      printLine(
        io.stdout,
        until === null ? 'The old secret has stopped.' : `The old secret signs, too, until ${readableTime(until)}.`,
      )
    })
}
