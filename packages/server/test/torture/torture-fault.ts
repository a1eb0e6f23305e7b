/** Something that must not be, in words. */
export class TortureFault extends Error {
  override readonly name = 'TortureFault'

  constructor(what: string, cause?: unknown) {
    super(cause instanceof Error ? `${what}: ${cause.message}` : what, { cause })
  }
}
