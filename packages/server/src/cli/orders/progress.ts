/** How far an import has come, on one line of a terminal that is drawn over and over. */
import type { Io } from '../io.ts'
import { readableCount } from '../print.ts'

export interface Progress {
  show(bytes: number, orders: number, phase: 'reading' | 'finishing'): void
  /** Clears the line for what comes after. */
  end(): void
}

/** More often than this nobody reads it. */
const redrawMs = 100
const barWidth = 24
const clearLine = '\r\u{1b}[K'

/** Draws nothing where standard error is no terminal. `size` is in bytes; undefined for a pipe. */
export function progressOn({ stderr, clock }: Pick<Io, 'stderr' | 'clock'>, size: number | undefined): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} }
  const started = clock()
  let drawn = -Infinity
  return {
    show(bytes, orders, phase) {
      const now = clock()
      if (phase === 'reading' && now - drawn < redrawMs) return
      drawn = now
      const text =
        phase === 'finishing' ? finishingText(orders) : readingText({ bytes, orders, size, ms: now - started })
      stderr.write(clearLine + text.slice(0, (stderr.columns ?? 80) - 1))
    },
    end: () => void stderr.write(clearLine),
  }
}

interface State {
  readonly bytes: number
  readonly orders: number
  readonly size: number | undefined
  readonly ms: number
}

function readingText({ bytes, orders, size, ms }: State): string {
  const seconds = Math.max(ms, 1) / 1_000
  const counts = `${readableCount(orders)} orders  ${readableCount(Math.round(orders / seconds))}/s`
  if (size === undefined || size === 0) return `Reading  ${counts}`
  const share = Math.min(bytes / size, 1)
  const left = share === 0 ? '' : `  ${readableSeconds((seconds / share) * (1 - share))} left`
  return `Reading ${bar(share)} ${String(Math.floor(share * 100)).padStart(3)} %  ${counts}${left}`
}

function finishingText(orders: number): string {
  return `Finishing ${readableCount(orders)} orders…`
}

function bar(share: number): string {
  const full = Math.round(share * barWidth)
  return '█'.repeat(full) + '░'.repeat(barWidth - full)
}

/** `1:07`. */
function readableSeconds(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
