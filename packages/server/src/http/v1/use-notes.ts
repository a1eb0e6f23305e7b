/** Notes when tokens were last used, beside the calls and no oftener than people care for. */
import type { Logger } from 'pino'
import { reader } from '../../rules/actor.ts'
import type { Token } from '../../rules/token.ts'
import { type Caller, nameOf } from './caller.ts'
import type { TokenDirectory } from './token-directory.ts'

export interface UseNotes {
  note(caller: Caller, token: Token, address: string): void
}

/** A commit for each call would cost more than most calls do. */
const pauseMs = 60_000
/** Protects memory. */
const maxKept = 10_000

export function createUseNotes(directory: TokenDirectory, clock: () => number, log: Logger): UseNotes {
  const noted = new Map<string, number>()
  return {
    note(caller, token, address) {
      const name = nameOf(caller)
      const now = clock()
      if (now - (noted.get(name) ?? token.lastUsed ?? -Infinity) < pauseMs) return
      if (noted.size >= maxKept) noted.clear()
      noted.set(name, now)
      directory
        .forShop(caller.shop.id, reader)
        .tokens.noteUse(token.number, address)
        .catch((error: unknown) => {
          log.debug({ err: error }, 'The use of a token could not be noted.')
        })
    },
  }
}
