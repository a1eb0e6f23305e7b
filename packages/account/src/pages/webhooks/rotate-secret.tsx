import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

const hourSeconds = 3_600
/** In hours. */
const overlaps = [24, 7 * 24, 1] as const

interface RotateSecretProps {
  readonly number: number
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSecret: (secret: string) => void
}

export function RotateSecret({ number, isOpen, onClose, onSecret }: RotateSecretProps) {
  const say = useTexts(texts)
  const [hours, setHours] = useState('24')
  const { send, isBusy, error } = useChange('rotateWebhookSecret', {
    changes: ['listWebhookEndpoints'],
    onDone({ secret }) {
      onClose()
      onSecret(secret)
    },
  })
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('rotate')} withCloseButton={false}>
      <Stack>
        <Text size="sm">{say('rotateText')}</Text>
        <NativeSelect
          label={say('overlap')}
          data-autofocus
          value={hours}
          onChange={(event) => {
            setHours(event.currentTarget.value)
          }}
          data={[
            ...overlaps.map((count) => ({
              value: String(count),
              label: count < 24 ? say('hours', { count }) : say('days', { count: count / 24 }),
            })),
            { value: '0', label: say('overlapNone') },
          ]}
        />
        <Refusal error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            loading={isBusy}
            onClick={() => {
              send({ number, overlap_seconds: Number(hours) * hourSeconds })
            }}
          >
            {say('rotate')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
