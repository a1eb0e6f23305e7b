/** What is typed into a form, as texts. */
import { useState } from 'react'

interface Typing {
  readonly currentTarget: { readonly value: string }
}

export interface Draft<Values> {
  readonly values: Values
  readonly set: (changes: Partial<Values>) => void
  /** The properties of an input that holds this one. */
  readonly bind: (name: keyof Values & string) => { readonly value: string; readonly onChange: (event: Typing) => void }
}

export function useDraft<Values extends Readonly<Record<string, string>>>(initial: Values): Draft<Values> {
  const [values, setValues] = useState(initial)
  const set = (changes: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...changes }))
  }
  return {
    values,
    set,
    bind: (name) => ({
      value: values[name] ?? '',
      onChange: (event) => {
        const { value } = event.currentTarget
        setValues((before) => ({ ...before, [name]: value }))
      },
    }),
  }
}
