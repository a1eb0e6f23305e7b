/** How far an import has come. */
import type { Io } from '../io.ts'
import { readableCount } from '../print.ts'
import { barAt, progressLine, timeLeft } from '../progress-line.ts'

export interface Progress {
  show(bytes: number, orders: number, phase: 'reading' | 'finishing'): void
  /** Clears the line for what comes after. */
  end(): void
}

/** `size` is in bytes; undefined for a pipe. */
export function progressOn(io: Pick<Io, 'stderr' | 'clock'>, size: number | undefined): Progress {
  const line = progressLine(io)
  return {
    show(bytes, orders, phase) {
      if (phase === 'finishing') line.draw(() => finishingText(orders), 'now')
      else line.draw((ms) => readingText({ bytes, orders, size, ms: Math.max(ms, 1) }))
    },
    end: line.end,
  }
}

interface State {
  readonly bytes: number
  readonly orders: number
  readonly size: number | undefined
  readonly ms: number
}

function readingText({ bytes, orders, size, ms }: State): string {
  const counts = `${readableCount(orders)} orders  ${readableCount(Math.round(orders / (ms / 1_000)))}/s`
  if (size === undefined || size === 0) return `Reading  ${counts}`
  const share = Math.min(bytes / size, 1)
  return `Reading ${barAt(share)}  ${counts}${timeLeft(share, ms)}`
}

function finishingText(orders: number): string {
  return `Finishing ${readableCount(orders)} orders…`
}
