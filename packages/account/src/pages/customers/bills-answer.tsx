import { Button, NativeSelect, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/use-call.ts'
import { Copyable } from '../../parts/copyable.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Part } from '../../parts/part.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const statuses = ['waiting', 'paid', 'cancelled', 'returned'] as const

/** What a script hears that asks GetBills of the old API for this customer. */
export function BillsAnswer({ email }: { readonly email: string }) {
  const own = useTexts(texts)
  const [isShown, setShown] = useState(false)
  return (
    <Part
      title={own('bills')}
      action={
        <Button
          variant="default"
          aria-expanded={isShown}
          onClick={() => {
            setShown(!isShown)
          }}
        >
          {own(isShown ? 'hide' : 'show')}
        </Button>
      }
    >
      <Text size="sm">{own('billsHint')}</Text>
      {isShown && <Answer email={email} />}
    </Part>
  )
}

function Answer({ email }: { readonly email: string }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  const [status, setStatus] = useState('')
  const { data, error, refetch } = useAnswer('getBills', { email, status })
  return (
    <Stack gap="xs" mt="sm">
      <NativeSelect
        label={own('payStatus')}
        value={status}
        onChange={(event) => {
          setStatus(event.currentTarget.value)
        }}
        data={[
          { value: '', label: own('anyStatus') },
          ...statuses.map((value) => ({ value, label: say(`status.${value}`) })),
        ]}
      />
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={120} />}
      {data !== undefined && <Copyable text={JSON.stringify(data.wire, null, 2)} label={own('bills')} isLong />}
    </Stack>
  )
}
