/** Finds the shop that a call is for, and keeps it for a moment. */
import { ApiError } from '@billkeep/wire/errors.ts'
import type { Context } from '../context.ts'
import { type Actor, reader } from '../rules/actor.ts'
import { type AddressList, addressListOf } from './address-list.ts'
import type { Target } from './target.ts'

export interface Tenant {
  /** For what only reads, as it is now. */
  readonly context: Context
  /** For what only reads: where the shop allows it, the answers may be some seconds old. */
  readonly readContext: Context
  /** For what this caller changes. */
  contextOf(actor: Actor): Context
  readonly allowed: AddressList
}

export interface Tenants {
  /** Throws ApiError `unknownUser`. */
  find(target: Target): Promise<Tenant>
}

type Shop = Context['shop']

/** Where shops are looked up: the store, as far as the edge sees it. */
export interface Directory {
  readonly shops: {
    find(login: string): Promise<Shop | undefined>
    findByDomain(host: string): Promise<Shop | undefined>
  }
  forShop(shopId: number, actor: Actor): Context['store']
  forReading(shopId: number): Context['store']
}

export interface TenantOptions {
  readonly directory: Directory
  /** `LOGIN.BASE` is a shop's host for each of these, in lower case. */
  readonly baseDomains: readonly string[]
  readonly clock: () => number
  readonly checkOutput: boolean
}

/** How long a change made by the command line may go unnoticed, and how seldom a busy shop is read from the database. */
const lifeMs = 500
/** Protects memory; far more than an installation has shops and own domains. */
const maxKept = 10_000

export function createTenants({ directory, baseDomains, clock, checkOutput }: TenantOptions): Tenants {
  // The longest first, as one may end with another.
  const bases = baseDomains.toSorted((a, b) => b.length - a.length)
  const kept = new Map<string, { readonly tenant: Promise<Tenant>; readonly until: number }>()

  /** Forgets at once what it does not find, so that a shop is there as soon as it is made. */
  async function lookUp(name: string, target: Target): Promise<Tenant> {
    let shop: Shop | undefined
    try {
      shop = await shopAt(target)
      if (shop === undefined) throw new ApiError('unknownUser')
      const { id } = shop
      const context = { shop, store: directory.forShop(id, reader), clock, checkOutput }
      const readContext = shop.staleReads ? { ...context, store: directory.forReading(id) } : context
      return {
        context,
        readContext,
        contextOf: (actor) => ({ ...context, store: directory.forShop(id, actor) }),
        allowed: addressListOf(shop.allowedAddresses),
      }
    } finally {
      if (shop === undefined) kept.delete(name)
    }
  }

  /** A linked own domain first, then a login before one of the base domains (protocol section 1). */
  async function shopAt({ host, login }: Target): Promise<Shop | undefined> {
    const linked = host === undefined ? undefined : await directory.shops.findByDomain(host)
    const label = login ?? labelOf(host, bases)
    return linked ?? (label === undefined ? undefined : directory.shops.find(label))
  }

  return {
    find(target) {
      // A host cannot hold an '@'.
      const name = target.host ?? `@${target.login ?? ''}`
      const now = clock()
      const known = kept.get(name)
      if (known !== undefined && now < known.until) return known.tenant
      const tenant = lookUp(name, target)
      kept.set(name, { tenant, until: now + lifeMs })
      if (kept.size > maxKept) forgetOldest(kept)
      return tenant
    },
  }
}

function labelOf(host: string | undefined, bases: readonly string[]): string | undefined {
  const base = bases.find((domain) => host?.endsWith(`.${domain}`))
  return base === undefined ? undefined : host?.slice(0, -base.length - 1)
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const name of kept.keys()) {
    kept.delete(name)
    return
  }
}
