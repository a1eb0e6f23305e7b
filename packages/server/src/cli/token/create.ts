import { Command, Option } from 'commander'
import { tokenResourceOf } from '../../resources/token.ts'
import { defaultScopes, type Scope, scopes } from '../../rules/scope.ts'
import { parseAddressRange } from '../../rules/shop.ts'
import { parseTokenName } from '../../rules/token.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  listOf,
  parseDuration,
  scopeOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly scope: readonly Scope[]
  readonly allow: readonly string[]
  readonly expires?: number
}

export function createTokenCommand(io: Io): Command {
  return new Command('create')
    .description('Make a token for API v1. It is shown once; only a hash of it is kept.')
    .argument('<name>', 'what you call it: the program it is for', byRule(parseTokenName))
    .addOption(shopOption())
    .addOption(
      scopeOption(defaultScopes, 'reading orders, products, coupons, partners, statistics, events and settings'),
    )
    .addOption(allowOption())
    .addOption(new Option('--expires <time>', 'when it ends: 90d, 12h; left out: never').argParser(parseDuration))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `${examples('token create "Report" --shop anna', 'token create Zapier --scope orders:write,products:read --shop anna')}\n\nScopes: ${scopes.join(', ')}`,
    )
    .action(async (name: string, options: Options) => {
      const { scope, allow, expires } = options
      const made = await withShop(io, options, ({ tokens }) =>
        tokens.create({
          name,
          scopes: scope,
          allowedAddresses: allow,
          expires: expires === undefined ? null : io.clock() + expires,
        }),
      )
      if (options.json === true) return printJson(io.stdout, { ...tokenResourceOf(made.token), token: made.text })
      printLine(io.stdout, `Token ${made.token.number} «${name}», for ${scope.join(', ')}:`)
      printLine(io.stdout, '')
      printLine(io.stdout, `  ${made.text}`)
      printLine(io.stdout, '')
      printLine(io.stdout, 'Keep it now: it is not shown again. Programs send it as «Authorization: Bearer TOKEN».')
    })
}

function allowOption(): Option {
  const usual: readonly string[] = []
  return new Option('--allow <addresses>', 'addresses and ranges it may be used from, with commas between')
    .argParser(listOf(byRule(parseAddressRange), usual))
    .default(usual, 'any')
}
