/** A request to a shop's APIs, as its owners look at it afterwards. */
import type { WrongSignature } from '@billkeep/wire/wrong-signature.ts'

export const outcomes = ['ok', 'refused', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a call of the order API did not prove who sent it. */
export const signatureFaults = [
  'noHash',
  'notMd5',
  'retiredKey',
  'sorted',
  'unencoded',
  'otherEncoding',
  'parameterAdded',
  'noParameters',
  'swapped',
  'noLogin',
  'noColons',
  'spaceInKey',
  'otherKey',
] as const satisfies readonly (WrongSignature | 'noHash')[]
export type SignatureFault = (typeof signatureFaults)[number]

/** The order API, API v1, and what assistants ask. */
export const requestFaces = ['api', 'v1', 'mcp'] as const

export interface RequestDraft {
  /** Unix milliseconds. */
  readonly at: number
  readonly face: (typeof requestFaces)[number]
  /** The function's or operation's name as we spell it; '': there is none such. */
  readonly operation: string
  readonly outcome: Outcome
  /** The number of an answer of the order API, or the name of a problem of API v1; '': none. */
  readonly code: string
  /** HTTP status. */
  readonly status: number
  /** From the whole request to the answer. */
  readonly micros: number
  /** The caller's IP address. */
  readonly address: string
  /** Which key signed, or the number and name of the token; '': nobody proved anything. */
  readonly caller: string
  /** '': the signature was right, or not looked at. */
  readonly fault: SignatureFault | ''
  /** How many that came after it, in the same seconds, were not kept. */
  readonly skipped: number
}

export interface LoggedRequest extends RequestDraft {
  /** 1, 2, 3 … in the shop, as they were written. */
  readonly number: number
}

/** What nobody asked wrongly. */
const ofOurMaking: ReadonlySet<unknown> = new Set(['internal', 'unavailable', 'overloaded'])

/**
 * The order API refuses with a number, and HTTP 200 most often. What a tool of MCP refuses is for the model to read, and so
 * HTTP 200, too. `code` is undefined or `none` where there is none.
 */
export function outcomeOf(status: number, face: string, code: number | string | undefined): Outcome {
  if (status >= 500 || (face === 'mcp' && ofOurMaking.has(code))) return 'failed'
  const isRefusal = face === 'api' ? code !== 0 : face === 'mcp' && code !== undefined && code !== 'none'
  return status >= 400 || isRefusal ? 'refused' : 'ok'
}
