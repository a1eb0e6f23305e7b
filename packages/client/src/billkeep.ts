import { callFunction } from './call-function.ts'
import { callsV1 } from './calls-v1.ts'
import { ApiFunctions } from './generated/api-functions.ts'
import { V1Operations } from './generated/v1-operations.ts'
import type { BillkeepOptions, FunctionOptions } from './options.ts'
import { type Settings, settingsFrom } from './settings.ts'

/**
 * A shop: the functions of the order API as its own methods, and API v1 as `v1`.
 *
 * ```ts
 * const billkeep = new Billkeep({ baseUrl: 'https://alice.shops.example.com', login: 'alice', key })
 * const bills = await billkeep.GetBills({ email: 'buyer@example.com' })
 * ```
 */
export class Billkeep extends ApiFunctions {
  /** API v1. Needs the option `token`. */
  readonly v1: V1Operations
  readonly #settings: Settings

  /** @throws BillkeepError for an address that is none */
  constructor(options: BillkeepOptions) {
    super()
    this.#settings = settingsFrom(options)
    this.v1 = new V1Operations(callsV1(this.#settings))
  }

  /**
   * Calls a function of the order API by its name, such as one that only the old platform has. `parameters` are sent in
   * their order; where that must not be the order of an object's keys, as with numbers, pass a `Map`.
   */
  async call<Result = unknown>(name: string, parameters: object = {}, options: FunctionOptions = {}): Promise<Result> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types are derived from what the server answers
    return (await callFunction(this.#settings, name, parameters, options)) as Result
  }
}
