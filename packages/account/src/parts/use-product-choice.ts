/** Products to choose from, found while one types. */
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { usePages } from '../api/use-pages.ts'

export function useProductChoice() {
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 250)
  const { rows = [] } = usePages('listProducts', { q: words })
  return { products: rows, typed, setTyped }
}
