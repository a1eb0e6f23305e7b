import { Command, InvalidArgumentError } from 'commander'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'

export function revokeTokenCommand(io: Io): Command {
  return new Command('revoke')
    .description('End a token for ever; a running server notices within a second.')
    .argument('<number>', 'as «billkeep token list» shows it', parseNumber)
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('token revoke 3 --shop anna'))
    .action(async (number: number, options: DataOption & ShopOption) => {
      const token = await withShop(io, options, ({ tokens }) => tokens.revoke(number))
      if (token === undefined) {
        throw new CommandError(`There is no token ${number}. «billkeep token list» shows those there are.`)
      }
      printLine(io.stdout, `Token ${number} «${token.name}» no longer counts.`)
    })
}

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('A token is named by its number, like 3.')
  return Number(text)
}
