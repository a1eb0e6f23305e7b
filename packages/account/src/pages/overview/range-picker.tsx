import { Group, NativeSelect, TextInput } from '@mantine/core'
import { dayIn } from '../../parts/shop-time.ts'
import type { Address } from '../../parts/use-address.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { daysIn, isFree, rangeIn, ranges } from './range.ts'
import { texts } from './texts.ts'

export function RangePicker({ address }: { readonly address: Address }) {
  const own = useTexts(texts)
  const { timeZone } = useSpeech()
  const isOwn = isFree(address)
  const { from, until } = rangeIn(address, timeZone)
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        aria-label={own('range')}
        value={isOwn ? 'own' : String(daysIn(address))}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (value === 'own') address.set({ days: '', from, until: dayIn(timeZone) })
          else address.set({ days: value, from: '', until: '' })
        }}
        data={[
          ...ranges.map((count) => ({ value: String(count), label: own('days', { days: count }) })),
          { value: 'own', label: own('ownDays') },
        ]}
      />
      {isOwn && (
        <>
          <TextInput
            type="date"
            aria-label={own('from')}
            value={from}
            max={until}
            onChange={(event) => {
              address.set({ from: event.currentTarget.value }, { replace: true })
            }}
          />
          <TextInput
            type="date"
            aria-label={own('until')}
            value={until}
            min={from}
            onChange={(event) => {
              address.set({ until: event.currentTarget.value }, { replace: true })
            }}
          />
        </>
      )}
    </Group>
  )
}
