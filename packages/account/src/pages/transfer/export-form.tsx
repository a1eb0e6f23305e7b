import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayAfter, startOfDay } from '../../parts/shop-time.ts'
import { useSession } from '../../session/session.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const formats = ['csv', 'ndjson'] as const
const statuses = ['waiting', 'paid', 'cancelled', 'returned'] as const

/** The browser itself fetches the file, so that it may be as long as it likes. */
export function ExportForm() {
  const say = useTexts(texts)
  const { say: sayCommon, timeZone } = useSpeech()
  const { shop } = useSession()
  const [format, setFormat] = useState<string>('csv')
  const [status, setStatus] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const query = new URLSearchParams({
    format,
    sort: 'number',
    ...(status === '' ? {} : { status }),
    ...given('created_from', startOfDay(from, timeZone)),
    ...given('created_until', startOfDay(dayAfter(until), timeZone)),
  })
  return (
    <Stack align="flex-start">
      <Text size="sm">{say('exportText')}</Text>
      <Group align="flex-end">
        <NativeSelect
          label={say('format')}
          value={format}
          onChange={(event) => {
            setFormat(event.currentTarget.value)
          }}
          data={formats.map((value) => ({ value, label: say(`format.${value}`) }))}
        />
        <NativeSelect
          label={say('status')}
          value={status}
          onChange={(event) => {
            setStatus(event.currentTarget.value)
          }}
          data={[
            { value: '', label: say('any') },
            ...statuses.map((value) => ({ value, label: sayCommon(`status.${value}`) })),
          ]}
        />
        <Day label={say('from')} value={from} onChange={setFrom} />
        <Day label={say('until')} value={until} onChange={setUntil} />
      </Group>
      {from + until !== '' && (
        <Text size="sm" c="dimmed">
          {say('days', { zone: timeZone })}
        </Text>
      )}
      <Button component="a" href={`/account/download/${encodeURIComponent(shop.login)}/orders?${query}`} download>
        {say('download')}
      </Button>
    </Stack>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}

function given(name: string, value: string): Readonly<Record<string, string>> {
  return value === '' ? {} : { [name]: value }
}
