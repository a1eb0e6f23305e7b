/** MCP for a shop of the database here: for whoever may read the database anyway. */
import { askAs } from '../../http/mcp/ask-as.ts'
import type { About, ApiRequest } from '../../http/message.ts'
import type { Caller } from '../../http/v1/caller.ts'
import { createCalls } from '../../http/v1/calls.ts'
import { createOperate } from '../../http/v1/operate.ts'
import { createLog } from '../../log.ts'
import type { Ask } from '../../mcp/call.ts'
import type { Scope } from '../../rules/scope.ts'
import type { Store } from '../../store/store.ts'
import type { Io } from '../io.ts'
import type { DataOption, ShopOption } from '../options.ts'
import { withStore } from '../with-store.ts'

interface Options extends DataOption, ShopOption {
  readonly scopes: readonly Scope[]
}

export async function serveShop(io: Io, options: Options): Promise<void> {
  const { shop, scopes } = options
  await withStore(io, options, async (store) => {
    const { login } = await store.shops.get(shop)
    const { serveOverStdio } = await import('../../mcp/over-stdio.ts')
    const ask = askHere(io, store, { shop: login, scopes })
    await serveOverStdio(io.stdin, io.stdout, { login, scopes, ask })
  })
}

/** The shop is looked up for each call, as its settings may change while the assistant is open. */
function askHere(io: Io, store: Store, { shop: login, scopes }: ShopOption & Pick<Caller, 'scopes'>): Ask {
  const operate = createOperate(createCalls({ store, clock: io.clock, checkOutput: false }))
  const log = createLog('error', io.stderr)
  return async (call) => {
    const shop = await store.shops.get(login)
    const caller: Caller = { shop, face: 'cli', name: io.user(), scopes, token: 0, keyPrefix: 'mcp ', allowed: [] }
    const found: About = { face: 'mcp', operation: undefined, login, code: undefined }
    return askAs({ caller, request: fromHere, operate, log, found: { ...found } })(call)
  }
}

const fromHere: ApiRequest = {
  id: 'stdio',
  method: 'POST',
  scheme: 'http',
  target: '/mcp',
  host: '',
  address: '',
  contentType: 'application/json',
  headers: {},
  body: undefined,
}
