import type { Context } from '../../context.ts'
import type { Actor } from '../../rules/actor.ts'
import type { Token } from '../../rules/token.ts'

/** Where tokens are looked up: the store, as far as this file sees it. */
export interface TokenDirectory {
  readonly shops: { findById(id: number): Promise<Context['shop'] | undefined> }
  forShop(
    shopId: number,
    actor: Actor,
  ): {
    readonly tokens: {
      prove(number: number, secret: string): Promise<Token | undefined>
      noteUse(number: number, address: string): Promise<void>
    }
  }
}
