import { TextInput } from '@mantine/core'
import { type Address, useTyped } from './use-address.ts'

interface SearchFieldProps {
  readonly label: string
  readonly address: Address
  /** Of the parameter. */
  readonly name?: string
  readonly id?: string
}

/** Finds while one types. */
export function SearchField({ label, address, name = 'q', id }: SearchFieldProps) {
  const { typed, setTyped } = useTyped(name, address)
  return (
    <TextInput
      id={id}
      label={label}
      type="search"
      flex={1}
      miw={220}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
      }}
    />
  )
}
