import { Command, Option } from 'commander'
import { parsePartnerLogin } from '../../rules/partner.ts'
import { writePercent } from '../../rules/percent.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  parseShare,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { partnerJson } from './describe.ts'
import { partnerCalled } from './partner-called.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly newLogin?: string
  readonly percent?: number
  readonly parent?: string
}

export function setPartnerCommand(io: Io): Command {
  return (
    new Command('set')
      .description('Change a partner; what is left out stays. Orders that named them keep what they earned.')
      .argument('<login>')
      // Not --login, which BILLKEEP_LOGIN would set: other commands have it for the shop's.
      .addOption(
        new Option('--new-login <login>', 'what orders name them by from now on').argParser(byRule(parsePartnerLogin)),
      )
      .addOption(new Option('--percent <share>', 'of items whose product sets no fee').argParser(parseShare))
      .addOption(new Option('--parent <login>', "the partner who brought them; '': nobody"))
      .addOption(shopOption())
      .addOption(dataOption())
      .addOption(jsonOption())
      .addHelpText(
        'after',
        examples('partner set bob --percent 12.5 --shop anna', "partner set carol --parent '' --shop anna"),
      )
      .action(async (login: string, options: Options) => {
        const { newLogin: renamed, percent: basisPoints, parent } = options
        if (renamed === undefined && basisPoints === undefined && parent === undefined) {
          throw new CommandError('Say what to change: --new-login, --percent or --parent.', { exitCode: 2 })
        }
        const partner = await withShop(io, options, async (data) =>
          data.partners.update(login, {
            ...(renamed !== undefined && { login: renamed }),
            ...(basisPoints !== undefined && { basisPoints }),
            ...(parent !== undefined && { parent: (await partnerCalled(data, parent))?.number ?? null }),
          }),
        )
        if (options.json === true) return printJson(io.stdout, partnerJson(partner))
        printLine(
          io.stdout,
          `Changed partner ${partner.login}, number ${partner.number}, ${writePercent(partner.basisPoints)} %.`,
        )
      })
  )
}
