import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Refusal } from '../../parts/refusal.tsx'
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
  const { say: sayCommon } = useSpeech()
  const [since, setSince] = useState(() => localOf(Date.now() - weekMs))
  const { send, isBusy, error, answer } = useChange('redeliverEvents', { changes: ['listDeliveries'] })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send({ number, from: new Date(since).toISOString() })
      }}
    >
      <Stack>
        <Text size="sm">{say('redeliverText')}</Text>
        <TextInput
          type="datetime-local"
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

/** In the time of the browser's zone, as an input of that type has it. */
function localOf(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000
  return new Date(at - offsetMs).toISOString().slice(0, 16)
}
