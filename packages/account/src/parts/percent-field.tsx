import { TextInput, type TextInputProps } from '@mantine/core'
import { useSpeech } from '../texts/language.tsx'

/** A percentage as people write it: `12,5`. */
export function PercentField(props: TextInputProps) {
  const { say } = useSpeech()
  return (
    <TextInput
      inputMode="decimal"
      pattern="\d{1,3}([.,]\d{1,2})?"
      title={say('common.percentHint')}
      rightSection="%"
      {...props}
    />
  )
}

/** Null where nothing is written. */
export function percentIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim().replace(',', '.'))
}
