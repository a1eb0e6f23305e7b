/** A double click is one wish. */
import { useCallback, useRef } from 'react'

/** Between the two clicks of slow hands. */
const doubleClickMs = 500

/** Says whether this is asked for the first time, or again after a while. */
export function useOnce(): (asked: unknown) => boolean {
  const last = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  return useCallback((asked) => {
    const [text, at] = [JSON.stringify(asked), performance.now()]
    if (text === last.current.text && at - last.current.at < doubleClickMs) return false
    last.current = { text, at }
    return true
  }, [])
}
