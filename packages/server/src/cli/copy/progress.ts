/** How far a copy has come. */
import type { CopyProgress } from '../../store/copy/copy.ts'
import type { Io } from '../io.ts'
import { readableCount } from '../print.ts'
import { barAt, progressLine, timeLeft } from '../progress-line.ts'

export interface Progress {
  readonly show: (progress: CopyProgress) => void
  /** Clears the line for what comes after. */
  readonly end: () => void
}

const verbs = { copying: 'Copying', comparing: 'Comparing' } as const

export function copyProgressOn(io: Pick<Io, 'stderr' | 'clock'>): Progress {
  const line = progressLine(io)
  /** Each phase is measured from its beginning: what an earlier run has copied took this one no time. */
  let begin: { readonly phase: CopyProgress['phase']; readonly rows: number; readonly ms: number } | undefined
  return {
    show({ phase, rows, total }) {
      const isNew = begin?.phase !== phase
      line.draw(
        (now) => {
          if (begin === undefined || isNew) begin = { phase, rows, ms: now }
          const ms = Math.max(now - begin.ms, 1)
          const done = rows - begin.rows
          const share = total === 0 ? 1 : Math.min(rows / total, 1)
          const rate = readableCount(Math.round(done / (ms / 1_000)))
          const left = timeLeft(done / Math.max(total - begin.rows, 1), ms)
          return `${verbs[phase]} ${barAt(share)}  ${readableCount(rows)} rows  ${rate}/s${left}`
        },
        isNew ? 'now' : undefined,
      )
    },
    end: line.end,
  }
}
