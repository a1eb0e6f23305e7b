import { Command } from 'commander'
import { tokenResourceOf } from '../../resources/token.ts'
import { isValid, type Token } from '../../rules/token.ts'
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
import { readableAddresses, readableTime } from '../shop/describe.ts'
import { withShop } from '../with-store.ts'

export function listTokensCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's tokens, those that no longer count too.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('token list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const tokens = await withShop(io, options, (shop) => shop.tokens.list())
      if (options.json === true) return printJson(io.stdout, tokens.map(tokenResourceOf))
      if (tokens.length === 0) return printLine(io.stderr, 'No tokens yet. Make one: billkeep token create NAME')
      const rows = tokens.map((token) => [
        String(token.number),
        token.name,
        stateOf(token, io.clock()),
        token.lastUsed === null ? 'never' : readableTime(token.lastUsed),
        readableAddresses(token.allowedAddresses),
        token.scopes.join(' '),
      ])
      printTable(io.stdout, ['NUMBER', 'NAME', 'STATE', 'LAST USED', 'FROM', 'SCOPES'], rows)
    })
}

function stateOf(token: Token, now: number): string {
  if (token.revoked !== null) return 'revoked'
  if (!isValid(token, now)) return 'expired'
  return token.expires === null ? 'valid' : `valid until ${readableTime(token.expires)}`
}
