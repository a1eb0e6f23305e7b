/** Sends a notification once, as the real ones are sent: nothing of it is kept, and nothing is tried again. */
import type { TryOut } from '../rules/trial.ts'
import type { Store } from '../store/store.ts'
import { reader } from '../rules/actor.ts'
import { notificationTo } from './letter.ts'
import { send } from './send.ts'

export interface TryOutParts {
  readonly store: Pick<Store, 'forShop' | 'shops'>
  /** Whether notifications may go to addresses that are not of the public internet. */
  readonly allowPrivateTargets: boolean
  /** A monotonic clock, in milliseconds. */
  readonly stopwatch?: () => number
  /** For an attempt; left out: as long as a notification may take. */
  readonly timeoutMs?: number
}

export function createTryOut(parts: TryOutParts): TryOut {
  const { store, allowPrivateTargets: allowPrivate, stopwatch = () => performance.now() } = parts
  return async (shopId, trial) => {
    const writer = { store: store.forShop(shopId, reader), key: () => store.shops.keyOf(shopId) }
    const { url, headers, body, timeoutMs } = await notificationTo(writer, trial)
    const begun = stopwatch()
    const signal = new AbortController().signal
    const sent = await send({ url, headers, body, allowPrivate, signal, timeoutMs: parts.timeoutMs ?? timeoutMs })
    return { ...sent, tookMs: Math.round(stopwatch() - begun) }
  }
}
