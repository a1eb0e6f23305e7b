/**
 * Keeps what was asked for the shops' owners to look at: gathered in memory and written every two seconds, so that no
 * call waits for it. Where there is more than is worth keeping, it counts the rest.
 */
import { errors } from '@billkeep/wire/errors.ts'
import type { Logger } from 'pino'
import { type Actor, reader } from '../rules/actor.ts'
import { outcomeOf, type RequestDraft } from '../rules/request.ts'
import type { ApiReply, ApiRequest } from './message.ts'
import type { Observer } from './observed.ts'

export interface RequestNotes {
  readonly observe: Observer
  /** Writes what is gathered, of so many shops as one turn takes. */
  flush(): Promise<void>
  /** Writes what is gathered, and gathers no more. */
  close(): Promise<void>
}

/** The store, as far as this file sees it. */
export interface RequestStore {
  forShop(
    shopId: number,
    actor: Actor,
  ): { readonly requests: { add(requests: readonly RequestDraft[]): Promise<void> } }
}

export interface RequestNotesParts {
  readonly store: RequestStore
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

const pauseMs = 2_000
/** Of a shop, between two writes: more scroll by faster than people read. */
const mostOfShop = 100
/** Each is a small commit, and this process makes no more than 25 of them a second. */
const shopsAtOnce = 50
/** Protects memory: some 20 MB. */
const mostShops = 1_000

interface Gathered {
  readonly requests: RequestDraft[]
  /** How many came after those. */
  skipped: number
}

export function createRequestNotes({ store, clock, log }: RequestNotesParts): RequestNotes {
  const gathered = new Map<number, Gathered>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let isClosed = false

  function wake(): void {
    if (timer !== undefined || isClosed) return
    timer = setTimeout(() => {
      timer = undefined
      void flush()
    }, pauseMs)
    timer.unref()
  }

  async function write(): Promise<void> {
    for (const [shopId, { requests, skipped }] of [...gathered].slice(0, shopsAtOnce)) {
      gathered.delete(shopId)
      try {
        await store.forShop(shopId, reader).requests.add(withSkipped(requests, skipped))
      } catch (error) {
        log.debug({ err: error }, 'What was asked could not be noted.')
      }
    }
    if (gathered.size > 0) wake()
  }

  async function flush(): Promise<void> {
    writing ??= write().finally(() => {
      writing = undefined
    })
    return writing
  }

  return {
    flush,
    observe(request, reply, milliseconds) {
      const { trail } = reply.about
      if (trail === undefined || isClosed) return
      const ofShop = gatheredOf(gathered, trail.shopId)
      if (ofShop === undefined) return
      if (ofShop.requests.length >= mostOfShop) ofShop.skipped += 1
      else ofShop.requests.push(draftOf(request, reply, milliseconds, clock()))
      wake()
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await writing
      await flush()
    },
  }
}

/** Undefined: there is no room for one more shop. */
function gatheredOf(gathered: Map<number, Gathered>, shopId: number): Gathered | undefined {
  const known = gathered.get(shopId)
  if (known !== undefined || gathered.size >= mostShops) return known
  const fresh = { requests: [], skipped: 0 }
  gathered.set(shopId, fresh)
  return fresh
}

function draftOf({ address }: ApiRequest, { status, about }: ApiReply, milliseconds: number, at: number): RequestDraft {
  const { face, operation = '', code = '', trail } = about
  const micros = Math.round(milliseconds * 1_000)
  return {
    at,
    face: face === 'v1' || face === 'mcp' ? face : 'api',
    operation,
    outcome: outcomeOf(status, face, about.code),
    code: String(code),
    status,
    micros,
    address,
    caller: trail?.caller ?? '',
    fault: face === 'api' && code === errors.noHash.code ? 'noHash' : (trail?.fault ?? ''),
    skipped: 0,
  }
}

function withSkipped(requests: readonly RequestDraft[], skipped: number): readonly RequestDraft[] {
  const last = requests.at(-1)
  return last === undefined || skipped === 0 ? requests : [...requests.slice(0, -1), { ...last, skipped }]
}
