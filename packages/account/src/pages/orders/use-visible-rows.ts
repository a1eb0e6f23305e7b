/** Of a long table, the rows that can be seen, so that thousands cost no more than a screenful. */
import { type RefObject, useCallback, useEffect, useState } from 'react'

export interface VisibleRows {
  /** Indexes, the last not included. */
  readonly first: number
  readonly last: number
  /** Scrolls until that row can be seen. */
  readonly reveal: (index: number) => void
}

interface RowsParts {
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly count: number
  /** Of each row, in CSS pixels. */
  readonly heightPx: number
}

/** Rendered above and below what can be seen. */
const spare = 20
/** The bar at the top of the page, and a little air. */
const coveredPx = 70

export function useVisibleRows({ body, count, heightPx }: RowsParts): VisibleRows {
  const [first, setFirst] = useState(0)
  const fitting = Math.ceil(window.innerHeight / heightPx) + 2 * spare

  useEffect(() => {
    const look = (): void => {
      const top = body.current?.getBoundingClientRect().top ?? 0
      const row = Math.floor(-top / heightPx) - spare
      // In steps: not each row that goes by is drawn anew.
      setFirst(Math.max(0, Math.floor(row / spare) * spare))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [body, heightPx])

  const reveal = useCallback(
    (index: number) => {
      const top = (body.current?.getBoundingClientRect().top ?? 0) + index * heightPx
      if (top < coveredPx) window.scrollBy(0, top - coveredPx)
      if (top + heightPx > window.innerHeight) window.scrollBy(0, top + heightPx - window.innerHeight)
    },
    [body, heightPx],
  )
  const start = Math.min(first, Math.max(0, count - 1))
  return { first: start, last: Math.min(count, start + fitting + spare), reveal }
}
