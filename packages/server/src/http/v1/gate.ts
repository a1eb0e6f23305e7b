/** Lets callers in: who they are, how often they may call, and from where. */
import type { Logger } from 'pino'
import { Problem } from '../../operations/problems.ts'
import type { ApiRequest } from '../message.ts'
import { createBearers } from './bearers.ts'
import { type Caller, nameOf } from './caller.ts'
import { createRate } from './rate.ts'
import { createSessions, isSignedIn, type MemberDirectory, type People } from './sessions.ts'
import type { TokenDirectory } from './token-directory.ts'

export interface GateParts {
  readonly store: TokenDirectory & MemberDirectory
  /** Who is signed in to the account page. */
  readonly people: People
  /** For each token and address, in this process; 0: no limit. */
  readonly callsPerMinute: number
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

export interface Gate {
  /** A program with a token, or a person who is signed in. Throws Problem. */
  callerOf(request: ApiRequest): Promise<Caller>
  /** A program with a token. Throws Problem. */
  bearerOf(request: ApiRequest): Promise<Caller>
  /** Counts a call. Gives the headers that tell what is left; throws Problem `rateLimited`. */
  spend(caller: Caller, address: string): Promise<Readonly<Record<string, string>>>
}

export function createGate({ store, people, callsPerMinute, clock, log }: GateParts): Gate {
  const bearers = createBearers(store, clock, log)
  const sessions = createSessions({ store, people })
  const rate = createRate({ callsPerMinute })

  async function bearerOf(request: ApiRequest): Promise<Caller> {
    await rate.checkGuesses(request.address)
    try {
      return await bearers.find(request)
    } catch (error) {
      const isGuess = error instanceof Problem && request.headers.authorization !== undefined
      if (isGuess) await rate.wrongToken(request.address)
      throw error
    }
  }

  return {
    callerOf: async (request) => (isSignedIn(request) ? sessions.find(request) : bearerOf(request)),
    bearerOf,
    spend: async (caller, address) => rate.spend(`${nameOf(caller)}:${address}`),
  }
}

/** Throws Problem `shopDisabled` and `addressDenied`. */
export function admit({ shop, allowed }: Caller, address: string): void {
  if (!shop.enabled) throw new Problem('shopDisabled')
  if (allowed.every((list) => list.has(address))) return
  throw new Problem('addressDenied', { detail: `${address} may not call.` })
}
