import { TextInput, type TextInputProps } from '@mantine/core'
import { useSpeech } from '../texts/language.tsx'

/** An amount of money as people write it: `1 990,50`. */
export function AmountField(props: TextInputProps) {
  const { say } = useSpeech()
  return <TextInput inputMode="decimal" pattern="[\d\s]+([.,]\d{1,2})?" title={say('common.amountHint')} {...props} />
}

/** In minor units; null where nothing is written. */
export function minorOf(text: string): number | null {
  const plain = text.replaceAll(/\s/g, '').replace(',', '.')
  return plain === '' ? null : Math.round(Number(plain) * 100)
}

/** As it stands in the field; '' for null. */
export function writtenAmount(minor: number | null): string {
  return minor === null ? '' : String(minor / 100)
}
