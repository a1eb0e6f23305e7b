/** The shops of this installation: who they are, with which keys they sign, whom they let in. */
import type { Actor } from '../rules/actor.ts'
import type { ShopChanges, ShopSettings } from './shop-settings.ts'

export interface Shop extends ShopSettings {
  readonly id: number
  /** As given; found and unique without regard to case. */
  readonly login: string
  /** Keys that verify now, the current one first; its predecessor follows while a rotation overlaps. */
  readonly keys: readonly [current: string, ...previous: string[]]
  /** Unix milliseconds until which the predecessor verifies; null when none does. */
  readonly previousKeyUntil: number | null
  /** The predecessor once it no longer verifies: tells whoever still signs with it why that is wrong. */
  readonly retiredKey: string | undefined
  /** False: every call is answered with error 7. */
  readonly enabled: boolean
  /** Addresses and CIDR ranges that may call; empty: all. */
  readonly allowedAddresses: readonly string[]
  /** Own domains, in lower case, in alphabetical order. */
  readonly domains: readonly string[]
  /** Unix milliseconds. */
  readonly created: number
}

/** Methods that take a login throw StoreError when no shop has it. */
export interface Shops {
  /** Makes a shop. A `key` of the old platform may be kept; left out, a random one of 40 characters is made. */
  create(login: string, actor: Actor, options?: { key?: string | undefined }): Promise<Shop>
  /** All, by login. */
  list(): Promise<Shop[]>
  /** Undefined when no shop has this login. */
  find(login: string): Promise<Shop | undefined>
  findById(id: number): Promise<Shop | undefined>
  /** By an own domain (lower case, without port). */
  findByDomain(host: string): Promise<Shop | undefined>
  get(login: string): Promise<Shop>
  /** The present key of the shop with this id. */
  keyOf(shopId: number): Promise<string>
  /** Of the shop with this id, as an ISO 4217 code. */
  currencyOf(shopId: number): Promise<string>
  setEnabled(login: string, actor: Actor, enabled: boolean): Promise<Shop>
  /** Makes a new random key; the present one goes on verifying for `overlapMs`. */
  rotateKey(login: string, actor: Actor, overlapMs: number): Promise<Shop>
  /** Throws StoreError when the domain is another shop's. */
  addDomain(login: string, actor: Actor, host: string): Promise<Shop>
  /** Throws StoreError when the domain is not this shop's. */
  removeDomain(login: string, actor: Actor, host: string): Promise<Shop>
  /** Replaces the list; an empty one lets everybody in. */
  setAllowedAddresses(login: string, actor: Actor, addresses: readonly string[]): Promise<Shop>
  /** Changes what is given. Throws a RangeError for people; then nothing is changed. */
  configure(login: string, actor: Actor, changes: ShopChanges): Promise<Shop>
}
