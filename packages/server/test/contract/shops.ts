/** Shops for the calls of API v1 that the contract is tested with: one a call, at one service. */
import { type Scope, scopes } from '../../src/rules/scope.ts'
import type { ShopStore } from '../../src/store/store.ts'
import { addProduct } from '../scenario.ts'
import type { Service } from '../service.ts'
import { tester } from '../tester.ts'
import { tokenFor } from '../v1.ts'

export interface ContractShop {
  readonly service: Service
  readonly store: ShopStore
  /** Of a token that may do everything. */
  readonly token: string
  /** Of one that may do all but this. */
  tokenWithout(scope: Scope): Promise<string>
}

let count = 0

/** One that sells a `course`, and has a partner `mary`. */
export async function newShop(service: Service): Promise<ContractShop> {
  count += 1
  const login = `shop-${count}`
  const { id } = await service.store.shops.create(login, tester, { key: 'a-key-of-a-shop-0123456789-0123456789' })
  const store = service.store.forShop(id, tester)
  await addProduct(store, { name: 'course' })
  await store.partners.add({ login: 'mary', basisPoints: 0, parent: null })
  const without = new Map<string, Promise<string>>()
  return {
    service,
    store,
    token: await tokenFor(service, { login }),
    async tokenWithout(scope) {
      const [noun = ''] = scope.split(':')
      // Who may write may read.
      const others = scopes.filter((other) => !other.startsWith(`${noun}:`))
      const token = without.get(noun) ?? tokenFor(service, { login, scopes: others })
      without.set(noun, token)
      return token
    },
  }
}
