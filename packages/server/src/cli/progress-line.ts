/** How far something has come, on one line of a terminal that is drawn over and over. */
import type { Io } from './io.ts'

export interface ProgressLine {
  /** `textOf` is asked for what the line says after so many milliseconds, but for `now` not if it was drawn a moment ago. */
  readonly draw: (textOf: (ms: number) => string, when?: 'now') => void
  /** Clears the line for what comes after. */
  readonly end: () => void
}

/** More often than this nobody reads it. */
const redrawMs = 100
const barWidth = 24
const clearLine = '\r\u{1b}[K'

/** Draws nothing where standard error is no terminal. */
export function progressLine({ stderr, clock }: Pick<Io, 'stderr' | 'clock'>): ProgressLine {
  if (stderr.isTTY !== true) return { draw: () => {}, end: () => {} }
  const started = clock()
  let drawn = -Infinity
  return {
    draw(textOf, when) {
      const now = clock()
      if (when !== 'now' && now - drawn < redrawMs) return
      drawn = now
      stderr.write(clearLine + textOf(now - started).slice(0, (stderr.columns ?? 80) - 1))
    },
    end: () => void stderr.write(clearLine),
  }
}

/** `██████░░░░░░░░░░░░░░░░░░  25 %`. */
export function barAt(share: number): string {
  const full = Math.round(share * barWidth)
  return `${'█'.repeat(full) + '░'.repeat(barWidth - full)} ${String(Math.floor(share * 100)).padStart(3)} %`
}

/** `  1:07 left`, two spaces included; nothing where there is nothing to tell by. */
export function timeLeft(share: number, ms: number): string {
  if (share <= 0) return ''
  const seconds = Math.ceil(((ms / share) * (1 - share)) / 1_000)
  return `  ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`
}
