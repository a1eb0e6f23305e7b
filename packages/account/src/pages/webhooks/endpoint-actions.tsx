import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { OperationName, OutputOf } from '../../api/operations.ts'
import { useChange } from '../../api/use-call.ts'
import { Question } from '../../parts/question.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useTexts } from '../../texts/language.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { Redeliver } from './redeliver.tsx'
import { RotateSecret } from './rotate-secret.tsx'
import { TestEvent } from './test-event.tsx'
import { texts } from './texts.ts'

type Endpoint = OutputOf<'getWebhookEndpoint'>

const changes: readonly OperationName[] = ['listWebhookEndpoints', 'getWebhookEndpoint', 'listDeliveries']

interface EndpointActionsProps {
  readonly endpoint: Endpoint
  readonly onSecret: (secret: string) => void
}

type Open = 'change' | 'rotate' | 'redeliver' | 'disable' | 'remove'

export function EndpointActions({ endpoint, onSecret }: EndpointActionsProps) {
  const say = useTexts(texts)
  const [open, setOpen] = useState<Open>()
  const { number, enabled } = endpoint
  const close = (): void => {
    setOpen(undefined)
  }
  const update = useChange('updateWebhookEndpoint', { changes, onDone: close })
  const remove = useChange('deleteWebhookEndpoint', { changes, onDone: close })
  const question = open === 'disable' || open === 'remove' ? open : undefined
  return (
    <Stack gap="xs" align="flex-start">
      {enabled && <TestEvent number={number} />}
      <Group gap="xs">
        <Actions
          endpoint={endpoint}
          onOpen={setOpen}
          onEnable={() => {
            update.send({ number, enabled: true })
          }}
        />
      </Group>
      {[update, remove].map(({ error }, index) => open === undefined && <Refusal key={index} error={error} />)}
      <Modal opened={open === 'change'} onClose={close} title={say('change')} withCloseButton={false}>
        <EndpointForm
          change={update}
          settings={endpoint}
          onSave={(settings) => {
            update.send({ number, ...settings })
          }}
          onCancel={close}
        />
      </Modal>
      <RotateSecret number={number} isOpen={open === 'rotate'} onClose={close} onSecret={onSecret} />
      <Redeliver endpoint={endpoint} isOpen={open === 'redeliver'} onClose={close} />
      <Question
        asked={question && { title: say(question), text: say(`${question}Text`, { number }) }}
        onNo={close}
        onYes={() => {
          if (question === 'remove') remove.send({ number })
          else update.send({ number, enabled: false })
          close()
        }}
      />
    </Stack>
  )
}

interface ActionsProps {
  readonly endpoint: Endpoint
  readonly onOpen: (open: Open) => void
  readonly onEnable: () => void
}

function Actions({ endpoint: { enabled }, onOpen, onEnable }: ActionsProps) {
  const say = useTexts(texts)
  const verbs: readonly Open[] = enabled ? ['change', 'redeliver', 'rotate', 'disable', 'remove'] : ['change', 'remove']
  return (
    <>
      {!enabled && <Button onClick={onEnable}>{say('enable')}</Button>}
      {verbs.map((verb) => (
        <Button
          key={verb}
          variant="default"
          onClick={() => {
            onOpen(verb)
          }}
        >
          {say(verb)}
        </Button>
      ))}
    </>
  )
}
