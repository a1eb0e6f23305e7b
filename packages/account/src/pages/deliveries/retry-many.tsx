import { Alert, Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { instantIn } from '../../parts/shop-time.ts'
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
  const { say: sayCommon, timeZone } = useSpeech()
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
        send(
          hours === ''
            ? { from: instantIn(from, timeZone), until: until === '' ? undefined : instantIn(until, timeZone) }
            : { from: hoursAgo(Number(hours)) },
        )
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
            <MomentField
              label={say('from')}
              required
              value={from}
              onChange={(event) => {
                setFrom(event.currentTarget.value)
              }}
            />
            <MomentField
              label={say('until')}
              value={until}
              onChange={(event) => {
                setUntil(event.currentTarget.value)
              }}
            />
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

function textOf({ count, has_more: hasMore }: { readonly count: number; readonly has_more: boolean }) {
  if (hasMore) return 'retriedMore'
  return count === 0 ? 'retriedNone' : 'retriedMany'
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * hourMs).toISOString()
}
