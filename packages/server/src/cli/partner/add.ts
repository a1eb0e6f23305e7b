import { Command, Option } from 'commander'
import { parsePartnerLogin } from '../../rules/partner.ts'
import { writePercent } from '../../rules/percent.ts'
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
  readonly percent: number
  readonly parent?: string
}

export function addPartnerCommand(io: Io): Command {
  return new Command('add')
    .description('Add a partner, who earns by the orders that name them.')
    .argument('<login>', 'what orders name them by', byRule(parsePartnerLogin))
    .addOption(shopOption())
    .addOption(
      new Option('--percent <share>', 'of items whose product sets no fee').argParser(parseShare).default(0, '0'),
    )
    .addOption(new Option('--parent <login>', 'the partner who brought them, and so has level 2'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('partner add bob --percent 10 --shop anna', 'partner add carol --parent bob --shop anna'),
    )
    .action(async (login: string, options: Options) => {
      const partner = await withShop(io, options, async (data) => {
        const parent = await partnerCalled(data, options.parent ?? '')
        return data.partners.add({ login, basisPoints: options.percent, parent: parent?.number ?? null })
      })
      if (options.json === true) return printJson(io.stdout, partnerJson(partner))
      printLine(
        io.stdout,
        `Added partner ${partner.login}, number ${partner.number}, ${writePercent(partner.basisPoints)} %.`,
      )
    })
}
