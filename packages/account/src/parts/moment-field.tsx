import { TextInput, type TextInputProps } from '@mantine/core'

/** A day and a time, like `2026-01-31T18:00`: in the shop's time zone, see shop-time.ts. */
export function MomentField(props: TextInputProps) {
  return <TextInput type="datetime-local" {...props} />
}
