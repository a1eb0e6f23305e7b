/** What a page looks for stands in its address, so that it can be sent as a link. */
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'

export interface Address {
  /** '' where it is not given. */
  readonly get: (name: string) => string
  /** '' takes it away. */
  readonly set: (values: Readonly<Record<string, string>>, options?: { readonly replace?: boolean }) => void
}

export function useAddress(): Address {
  const [params, setParams] = useSearchParams()
  const set = useCallback<Address['set']>(
    (values, options) => {
      setParams((before) => withValues(before, values), options)
    },
    [setParams],
  )
  return { get: (name) => params.get(name) ?? '', set }
}

/** Between the last key and the question. */
const pauseMs = 250

/** Words that are typed: they come to the address once there is a pause. */
export function useTyped(name: string, { get, set }: Address) {
  const present = get(name)
  const [typed, setTyped] = useState(present)
  const [words] = useDebouncedValue(typed, pauseMs)
  const told = useRef(present)
  // Somebody went back, or opened a saved view.
  useEffect(() => {
    if (present === told.current) return
    told.current = present
    setTyped(present)
  }, [present])
  useEffect(() => {
    if (words === told.current || words !== typed) return
    told.current = words
    set({ [name]: words }, { replace: true })
  }, [name, set, typed, words])
  return { typed, setTyped }
}

function withValues(before: URLSearchParams, values: Readonly<Record<string, string>>): URLSearchParams {
  const params = new URLSearchParams(before)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') params.delete(name)
    else params.set(name, value)
  }
  return params
}
