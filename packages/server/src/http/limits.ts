/** What a caller may take of this machine. */
import { formLimits } from '@billkeep/wire/form.ts'
import { type OverloadLimits, overloadLimits } from './overload.ts'

export interface Limits {
  readonly maxBodyBytes: number
  /** Of a file that is imported: some 100,000 orders. Protects memory, and those who write to the shop meanwhile. */
  readonly maxUploadBytes: number
  /** From when such a file is read on. Protects from slow senders; others have less time. */
  readonly uploadMs: number
  /** From the start of a request to the end of its headers, and to the end of its body. Protect from slow senders. */
  readonly headersMs: number
  readonly requestMs: number
  /** A connection between two requests. Longer than proxies keep theirs, which are 60 s and less. */
  readonly idleMs: number
  /** A connection on which nothing moves. Protects from readers that have stopped reading. */
  readonly stalledMs: number
  /** How often the first two are looked after. */
  readonly checkMs: number
  /** What still runs this long after `close()` is cut off. */
  readonly graceMs: number
  /** From when on requests are refused unread. */
  readonly overload: OverloadLimits
}

export const defaultLimits: Limits = {
  maxBodyBytes: formLimits.maxBytes,
  maxUploadBytes: 32 * 1_048_576,
  uploadMs: 600_000,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 65_000,
  stalledMs: 120_000,
  checkMs: 1_000,
  graceMs: 10_000,
  overload: overloadLimits,
}
