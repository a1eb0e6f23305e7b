/** A refusal for the person at the terminal: the message is all that is shown, and says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  /** `exitCode` is 1 for what could not be done, 2 for what was asked wrongly, 130 for what Ctrl-C stopped. */
  constructor(message: string, { exitCode = 1, ...options }: { exitCode?: 1 | 2 | 130; cause?: unknown } = {}) {
    super(message, options)
    this.exitCode = exitCode
  }
}
