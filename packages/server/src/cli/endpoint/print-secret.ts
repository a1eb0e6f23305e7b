import type { Io } from '../io.ts'
import { printLine } from '../print.ts'

export function printSecret({ stdout }: Io, about: string, secret: string): void {
  printLine(stdout, about)
  printLine(stdout, '')
  printLine(stdout, `  ${secret}`)
  printLine(stdout, '')
  printLine(
    stdout,
    'Keep it now: it is not shown again. Whoever receives checks the header «webhook-signature» with it.',
  )
}
