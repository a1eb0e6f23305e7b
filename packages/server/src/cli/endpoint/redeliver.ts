import { Command, Option } from 'commander'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, parseTime, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { disabledEndpoint, noEndpoint, parseEndpointNumber } from './options.ts'

interface Options extends DataOption, ShopOption {
  readonly from: number
  readonly until?: number
}

export function redeliverCommand(io: Io): Command {
  return new Command('redeliver')
    .description(
      'Tell an endpoint what it has missed: what failed, and what happened while it was disabled or not there.',
    )
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(new Option('--from <time>', 'what happened then and later').argParser(parseTime).makeOptionMandatory())
    .addOption(new Option('--until <time>', 'what happened before; left out: now').argParser(parseTime))
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('endpoint redeliver 1 --from 2026-01-30T00:00:00Z --shop anna'))
    .action(async (number: number, { from, until = io.clock(), ...options }: Options) => {
      if (until < from) throw new CommandError('--until must not be before --from.', { exitCode: 2 })
      const outcome = await withShop(io, options, ({ endpoints }) => endpoints.redeliver(number, { from, until }))
      if (outcome === undefined) throw noEndpoint(number)
      if (outcome === 'disabled') throw disabledEndpoint(number)
      printLine(
        io.stdout,
        `A running server begins within a second. «billkeep deliveries list --endpoint ${number}» shows what is told.`,
      )
    })
}
