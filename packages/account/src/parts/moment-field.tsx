import { TextInput, type TextInputProps } from '@mantine/core'

/** A day and a time, in the time zone of whoever looks. */
export function MomentField(props: TextInputProps) {
  return <TextInput type="datetime-local" {...props} />
}

/** RFC 3339; null where nothing is written. */
export function instantIn(text: string): string | null {
  return text === '' ? null : new Date(text).toISOString()
}

/** As it stands in the field; '' for null. */
export function writtenInstant(instant: string | null): string {
  if (instant === null) return ''
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
