/** How somebody connects Zapier with a shop: the installation's address, the shop's login, a token. */
import type { Authentication, Bundle, ZObject } from 'zapier-platform-core'
import { apiAddress } from './api/address.ts'
import { call, type OutputOf } from './api/call.ts'
import { operations } from './generated/api.ts'

type Shop = OutputOf<'getShop'>

/** Each once, sorted: what a token must allow for all that is here. */
export const neededScopes: readonly string[] = neededOf(Object.values(operations).map(({ scope }) => scope))

export const authentication = {
  type: 'custom',
  fields: [
    {
      key: 'address',
      label: 'Address',
      required: true,
      isNoSecret: true,
      placeholder: 'https://orders.example.com',
      helpText: 'Where your Billkeep is; Zapier must be able to reach it over the internet.',
    },
    {
      key: 'login',
      label: 'Login',
      required: true,
      isNoSecret: true,
      helpText: "Your shop's login, so that a token of another shop is noticed.",
    },
    {
      key: 'token',
      label: 'Token',
      type: 'password',
      required: true,
      helpText: `Make one with the scopes ${neededScopes.map((scope) => `\`${scope}\``).join(', ')}.`,
    },
  ],
  test: shopOfToken,
  connectionLabel: async (_z: ZObject, bundle: Bundle) => labelOf(bundle.inputData),
} satisfies Authentication

/** «Alice's courses (alice)» */
function labelOf({ title, login }: Record<string, unknown>): string {
  return typeof title === 'string' ? `${title} (${String(login)})` : String(login)
}

async function shopOfToken(z: ZObject, bundle: Bundle): Promise<Shop> {
  const { address = '', login = '' } = bundle.authData
  try {
    apiAddress(address)
  } catch (error) {
    throw new z.errors.Error(error instanceof Error ? error.message : String(error), 'address', 400)
  }
  const shop = await call(z, bundle, 'getShop')
  if (shop.login.toLowerCase() === login.trim().toLowerCase()) return shop
  throw new z.errors.Error(`The token is of the shop «${shop.login}», not of «${login}».`, 'login', 403)
}

/** Without those that another includes. */
function neededOf(scopes: readonly string[]): readonly string[] {
  const all = new Set(scopes)
  return [...all].filter((scope) => !all.has(scope.replace(/:read$/, ':write')) || scope.endsWith(':write')).toSorted()
}
