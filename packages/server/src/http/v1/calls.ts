/** Runs operations on their shop's data: what reads just so, what changes something in one transaction with its kept answer. */
import type { OperationContext } from '../../operations/context.ts'
import type { CallableOperation, TextStream } from '../../operations/define.ts'
import { Problem, problems } from '../../operations/problems.ts'
import { type Actor, reader } from '../../rules/actor.ts'
import type { TryOut } from '../../rules/trial.ts'
import type { KeptAnswer } from '../../store/idempotency-keys.ts'
import type { ApiRequest } from '../message.ts'
import { createFiles } from './files.ts'
import { problemJson } from './reply.ts'
import { type Caller, nameOf } from './caller.ts'
import { checkSame, isKept, type Repeatable, repeatableIn, UnderWay } from './repeats.ts'

type ShopStore = OperationContext['store']

/** The store, as far as this file sees it. */
export interface CallStore {
  forShop(shopId: number, actor: Actor): ShopStore
  forReading(shopId: number): ShopStore
  transaction<Result>(shopId: number, actor: Actor, work: (shop: ShopStore) => Promise<Result>): Promise<Result>
}

export interface Call {
  readonly operation: CallableOperation
  readonly caller: Caller
  readonly request: ApiRequest
  /** As the operation's `read` gave it. */
  readonly input: unknown
}

export interface CallResult {
  readonly status: number
  /** JSON, '' where there is nothing to tell, or a stream. */
  readonly result: string | TextStream
  /** Whether it is the answer to an earlier call. */
  readonly isRepeated: boolean
}

export interface Calls {
  run(call: Call): Promise<CallResult>
}

export interface CallsParts {
  readonly store: CallStore
  readonly clock: () => number
  /** Left out: nobody can be reached from here. */
  readonly tryOut?: TryOut | undefined
  readonly checkOutput: boolean
}

export function createCalls({ store, clock, tryOut = nobody, checkOutput }: CallsParts): Calls {
  const underWay = new UnderWay()
  const files = createFiles()

  async function answered({ operation, caller, input }: Call, data: ShopStore, file = nothing): Promise<CallResult> {
    const { shop } = caller
    const result = await operation.call({ shop, store: data, caller, clock, file, tryOut, checkOutput }, input)
    return { status: operation.status ?? 200, result, isRepeated: false }
  }

  return {
    async run(call) {
      const { operation, caller, request } = call
      const { shop } = caller
      if (operation.method === 'GET') {
        return answered(call, shop.staleReads ? store.forReading(shop.id) : store.forShop(shop.id, reader))
      }
      // The same file twice changes nothing, and what its import writes is one transaction of its own.
      if (operation.takesFile === true) {
        return files.during(request, (file) => answered(call, store.forShop(shop.id, actorOf(call)), file))
      }
      if (operation.waits === true) return answered(call, store.forShop(shop.id, reader))
      const repeatable = repeatableIn(request)
      const write = (work: (data: ShopStore) => Promise<CallResult>): Promise<CallResult> =>
        store.transaction(shop.id, actorOf(call), work)
      if (repeatable === undefined) return write((data) => answered(call, data))
      return underWay.during(`${nameOf(caller)}${repeatable.key}`, async () => {
        try {
          return await write((data) => once(data, call, repeatable, () => answered(call, data)))
        } catch (error) {
          if (!(error instanceof Problem) || !isKept(error)) throw error
          // Nothing was changed, so nothing can be lost between the two transactions.
          await write((data) => once(data, call, repeatable, async () => refused(error, request.id)))
          throw error
        }
      })
    },
  }
}

async function* none(): AsyncGenerator<Uint8Array> {}
const nothing: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: none }
const nobody: TryOut = async () => ({ status: null, problem: 'nothing is sent from here', answer: '', tookMs: 0 })

/** The answer is written with what it tells of: whoever repeats the call finds both or neither. */
async function once(
  { idempotencyKeys }: ShopStore,
  { caller: { token, keyPrefix } }: Call,
  repeatable: Repeatable,
  answer: () => Promise<CallResult>,
): Promise<CallResult> {
  const { request } = repeatable
  const key = `${keyPrefix}${repeatable.key}`
  const kept = await idempotencyKeys.find(token, key)
  if (kept !== undefined) return repeated(repeatable, kept)
  const { status, result, isRepeated } = await answer()
  if (typeof result !== 'string') throw new Error('What changes something does not answer with a stream.')
  await idempotencyKeys.keep(token, key, { request, status, body: result })
  return { status, result, isRepeated }
}

function refused(problem: Problem, requestId: string): CallResult {
  const { status } = problems[problem.problemName]
  return { status, result: problemJson(problem, requestId), isRepeated: false }
}

function actorOf({ caller: { face, name }, request: { address } }: Call): Actor {
  return { face, name, address }
}

function repeated(repeatable: Repeatable, kept: KeptAnswer): CallResult {
  checkSame(repeatable, kept)
  return { status: kept.status, result: kept.body, isRepeated: true }
}
