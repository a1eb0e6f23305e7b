import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { instantIn, localIn } from '../../parts/shop-time.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

type Endpoint = OutputOf<'getWebhookEndpoint'>

interface RedeliverProps {
  readonly endpoint: Endpoint
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Tells an endpoint what it has missed. */
export function Redeliver({ endpoint, isOpen, onClose }: RedeliverProps) {
  const say = useTexts(texts)
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('redeliver')} withCloseButton={false}>
      {isOpen && <RedeliverForm endpoint={endpoint} onClose={onClose} />}
    </Modal>
  )
}

function RedeliverForm({ endpoint: { number }, onClose }: Omit<RedeliverProps, 'isOpen'>) {
  const say = useTexts(texts)
  const { say: sayCommon, timeZone } = useSpeech()
  const [since, setSince] = useState(() => localIn(Date.now() - weekMs, timeZone))
  const { send, isBusy, error, answer } = useChange('redeliverEvents', { changes: ['listDeliveries'] })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send({ number, from: instantIn(since, timeZone) })
      }}
    >
      <Stack>
        <Text size="sm">{say('redeliverText')}</Text>
        <MomentField
          label={say('since')}
          required
          data-autofocus
          value={since}
          onChange={(event) => {
            setSince(event.currentTarget.value)
          }}
        />
        <Refusal error={error} />
        {answer !== undefined && (
          <Alert color="teal" role="status">
            {say('redelivered')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sayCommon('common.close')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {say('redeliver')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const weekMs = 7 * 86_400_000
