import { Command } from 'commander'
import { writePercent } from '../../rules/percent.ts'
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
import { partnerJson } from './describe.ts'

export function listPartnersCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's partners.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('partner list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const partners = await withShop(io, options, (shop) => shop.partners.list())
      if (options.json === true) return printJson(io.stdout, partners.map(partnerJson))
      if (partners.length === 0) return printLine(io.stderr, 'No partners yet. Add one: billkeep partner add LOGIN')
      const nameOf = new Map(partners.map(({ number, login }) => [number, login]))
      const rows = partners.map(({ number, login, basisPoints, parent }) => [
        String(number),
        login,
        `${writePercent(basisPoints)} %`,
        parent === null ? '' : (nameOf.get(parent) ?? ''),
      ])
      printTable(io.stdout, ['NUMBER', 'LOGIN', 'SHARE', 'BROUGHT BY'], rows)
    })
}
