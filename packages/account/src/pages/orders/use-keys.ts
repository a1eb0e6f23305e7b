/** What single keys do on the page of orders. */
import { useEffect } from 'react'

/** Of the field that finds orders. */
export const searchId = 'order-search'

export interface Keys {
  /** Whoever speaks to the machine, or has other uses for keys, turns them off (WCAG 2.1.4). */
  readonly isOn: boolean
  /** One row down (1) or up (-1). */
  readonly onMove: (step: 1 | -1) => void
}

export function useKeys({ isOn, onMove }: Keys): void {
  useEffect(() => {
    if (!isOn) return undefined
    const listen = (event: KeyboardEvent): void => {
      const { target } = event
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || !(target instanceof Element))
        return
      const field = target.closest('input, textarea, select, [role="dialog"], [contenteditable]')
      const step = stepOf(event, target, field)
      if (step !== undefined) onMove(step)
      else if (event.key === '/' && field === null) searchField()?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
    }
  }, [isOn, onMove])
}

/** Arrows move from where one is already; else they scroll, as everywhere. Letters go by their place on the keyboard. */
function stepOf({ key, code }: KeyboardEvent, target: Element, field: Element | null): 1 | -1 | undefined {
  const isInRows = target.closest('tbody') !== null
  if (key === 'ArrowDown' && (isInRows || target.id === searchId)) return 1
  if (key === 'ArrowUp' && isInRows) return -1
  if (field !== null) return undefined
  if (code === 'KeyJ') return 1
  return code === 'KeyK' ? -1 : undefined
}

function searchField(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${searchId}`)
}
