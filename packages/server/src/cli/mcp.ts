import { Command, Option } from 'commander'
import { type Scope, scopes } from '../rules/scope.ts'
import { CommandError } from './command-error.ts'
import type { Io } from './io.ts'
import { type DataOption, dataOption, examples, scopeOption } from './options.ts'

interface Options extends DataOption {
  readonly shop?: string
  readonly url?: string
  readonly token?: string
  readonly scope: readonly Scope[]
}

const usualScopes = ['orders:read', 'products:read', 'statistics:read'] as const satisfies readonly Scope[]

export function mcpCommand(io: Io): Command {
  return new Command('mcp')
    .description('Let an assistant look at a shop: the Model Context Protocol on standard input and output.')
    .addOption(new Option('--shop <login>', 'a shop of the database here'))
    .addOption(scopeOption(usualScopes, 'reading orders, products and statistics, contacts masked'))
    .addOption(dataOption())
    .addOption(new Option('--url <url>', 'instead: where Billkeep runs, like https://shops.example.com'))
    .addOption(new Option('--token <token>', 'for --url, with the scope mcp; better in BILLKEEP_TOKEN'))
    .addHelpText(
      'after',
      `${examples('mcp --shop anna', 'mcp --shop anna --scope orders:write,products:read,mcp:contacts', 'mcp --url https://shops.example.com')}\n\nScopes: ${scopes.join(', ')}`,
    )
    .action(async ({ shop, url, token, scope, ...place }: Options) => {
      if ((shop === undefined) === (url === undefined)) {
        throw new CommandError('Name either a shop here with --shop, or where Billkeep runs with --url.', {
          exitCode: 2,
        })
      }
      if (shop !== undefined) {
        const { serveShop } = await import('./mcp/serve-shop.ts')
        return serveShop(io, { ...place, shop, scopes: scope })
      }
      if (token === undefined)
        throw new CommandError('--url needs a token; put it into BILLKEEP_TOKEN.', { exitCode: 2 })
      const { relay } = await import('./mcp/relay.ts')
      return relay(io, { url: url ?? '', token })
    })
}
