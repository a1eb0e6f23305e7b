import { Command, InvalidArgumentError, Option } from 'commander'
import type { AuditRow } from '../../rules/audit.ts'
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
import { readableTime } from '../shop/describe.ts'
import { withShop } from '../with-store.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly before?: number
  readonly limit: number
}

export function listAuditCommand(io: Io): Command {
  return new Command('list')
    .description('List who changed what of a shop, the latest first.')
    .addOption(shopOption())
    .addOption(new Option('--before <number>', 'only what came before this row').argParser(parseNumber))
    .addOption(new Option('--limit <count>', 'at most so many').argParser(parseLimit).default(50))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('audit list --shop anna', 'audit list --shop anna --before 1200 --limit 500 --json'))
    .action(async (options: Options) => {
      const rows = await withShop(io, options, (shop) => shop.audit.list(options))
      if (options.json === true) return printJson(io.stdout, rows.map(auditJson))
      if (rows.length === 0) return printLine(io.stderr, 'There is nothing.')
      const cells = rows.map(({ number, at, actor, action, subject, details }) => [
        String(number),
        readableTime(at),
        [actor.face, actor.name, actor.address].filter((text) => text !== '').join(' '),
        action,
        subject,
        Object.keys(details).length === 0 ? '' : JSON.stringify(details),
      ])
      printTable(io.stdout, ['NUMBER', 'WHEN', 'WHO', 'WHAT', 'OF', 'DETAILS'], cells)
    })
}

function auditJson({ at, actor: { face, name, address }, ...row }: AuditRow) {
  return { ...row, at: new Date(at).toISOString(), face, actor: name, address }
}

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be the number of a row.')
  return Number(text)
}

function parseLimit(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 99999.')
  return Number(text)
}
