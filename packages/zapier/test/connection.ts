/** Zapier connected with the shop of a real service: its own runner of apps, and receivers where its hooks would be. */
import { type Bundle, createAppTester, type ZObject } from 'zapier-platform-core'
import type { Receiver } from '../../server/test/receiver.ts'
import type { ServiceOptions } from '../../server/test/service.ts'
import { delivererOf } from '../../server/test/told-endpoints.ts'
import type { ShopStore } from '../../server/src/store/store.ts'
import { type Scope, scopes } from '../../server/src/rules/scope.ts'
import { aliceOf, tokenFor, withCourse } from '../../server/test/v1.ts'
import { neededScopes } from '../src/authentication.ts'
import app from '../src/index.ts'

export interface Connection {
  readonly shop: ShopStore
  readonly address: string
  readonly token: string
  /** Delivers what the shop has to tell. */
  readonly deliver: () => Promise<void>
  /** Runs a function of the app as Zapier does, checks of what it returns included. */
  readonly run: <Result>(
    perform: (z: ZObject, bundle: Bundle) => Result | Promise<Result>,
    bundle?: Readonly<Record<string, unknown>>,
  ) => Promise<Result>
}

/** With a token that may do no more than the app says that it needs. */
export async function connect(options?: ServiceOptions): Promise<Connection> {
  const service = await withCourse(options)
  const granted = scopes.filter((scope): scope is Scope => neededScopes.includes(scope))
  const token = await tokenFor(service, { scopes: granted })
  const address = `http://127.0.0.1:${service.port}`
  const tester = createAppTester(app)
  return {
    shop: await aliceOf(service),
    address,
    token,
    deliver: delivererOf(service),
    run: async (perform, bundle = {}) =>
      tester(perform, { authData: { address, login: 'alice', token }, inputData: {}, meta: { page: 0 }, ...bundle }),
  }
}

interface Hook {
  readonly rawRequest: NonNullable<Bundle['rawRequest']>
  readonly cleanedRequest: unknown
}

/** What arrived, as Zapier gives it to the app. */
export function hookOf({ requests }: Receiver): Hook {
  const last = requests.at(-1)
  if (last === undefined) throw new Error('Nothing arrived.')
  const headers = Object.entries(last.headers).map(([name, value]) => [`Http-${capitals(name)}`, value] as const)
  return {
    rawRequest: { method: 'POST', querystring: '', headers: Object.fromEntries(headers), content: last.body },
    cleanedRequest: JSON.parse(last.body) as unknown,
  }
}

/** `webhook-id` → `Webhook-Id` */
function capitals(name: string): string {
  return name.replaceAll(/(?:^|-)\w/g, (letters) => letters.toUpperCase())
}
