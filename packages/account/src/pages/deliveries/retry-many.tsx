import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const hourMs = 3_600_000
/** In hours. */
const ranges = [1, 6, 24, 3 * 24, 7 * 24, 30 * 24] as const

/** Sends again what failed in a range of time. */
export function RetryMany() {
  const say = useTexts(texts)
  const [isOpen, { open, close }] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('retryMany')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={say('retryMany')} withCloseButton={false}>
        {isOpen && <RetryForm onClose={close} />}
      </Modal>
    </>
  )
}

function RetryForm({ onClose }: { readonly onClose: () => void }) {
  const say = useTexts(texts)
  const { say: sayCommon } = useSpeech()
  const [hours, setHours] = useState('24')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const { send, isBusy, error, answer } = useChange('redeliverDeliveries', {
    changes: ['listDeliveries', 'getDelivery'],
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(hours === '' ? { from: instantOf(from), until: instantOf(until) } : { from: hoursAgo(Number(hours)) })
      }}
    >
      <Stack>
        <Text size="sm">{say('retryManyText')}</Text>
        <NativeSelect
          label={say('range')}
          data-autofocus
          value={hours}
          onChange={(event) => {
            setHours(event.currentTarget.value)
          }}
          data={[
            ...ranges.map((count) => ({
              value: String(count),
              label: count < 72 ? say('hours', { count }) : say('days', { count: count / 24 }),
            })),
            { value: '', label: say('between') },
          ]}
        />
        {hours === '' && (
          <Group grow align="flex-start">
            <Moment label={say('from')} value={from} onChange={setFrom} required />
            <Moment label={say('until')} value={until} onChange={setUntil} />
          </Group>
        )}
        <Refusal error={error} />
        {answer !== undefined && (
          <Alert color="teal" role="status">
            {say(textOf(answer), { count: answer.count })}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sayCommon(answer === undefined ? 'common.no' : 'common.close')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {say('retryMany')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface MomentProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
}

/** In the time of the browser's zone. */
function Moment({ label, value, onChange, required = false }: MomentProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}

function textOf({ count, has_more: hasMore }: { readonly count: number; readonly has_more: boolean }) {
  if (hasMore) return 'retriedMore'
  return count === 0 ? 'retriedNone' : 'retriedMany'
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * hourMs).toISOString()
}

/** Undefined: nothing was said. */
function instantOf(local: string): string | undefined {
  return local === '' ? undefined : new Date(local).toISOString()
}
