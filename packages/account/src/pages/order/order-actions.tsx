import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { usePrevious } from '@mantine/hooks'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import type { TextName } from '../../texts/en.ts'
import { useSpeech } from '../../texts/language.tsx'
import { type Change, useOrderChange } from './use-order-change.ts'

type Order = OutputOf<'getOrder'>
type Verb = 'pay' | 'cancel' | 'return' | 'send' | 'delete'

const changes: Readonly<Record<Verb, Change>> = {
  pay: 'payOrder',
  cancel: 'cancelOrder',
  return: 'returnOrder',
  send: 'sendOrder',
  delete: 'deleteOrder',
}

/** What can be done with an order in this state, each after a question. */
export function OrderActions({ order }: { readonly order: Order }) {
  const { say } = useSpeech()
  const [asked, setAsked] = useState<Verb>()
  const { change, error, isBusy } = useOrderChange(String(order.number))
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {verbsOf(order).map((verb) => (
          <Button
            key={verb}
            variant={verb === 'pay' ? 'filled' : 'default'}
            loading={isBusy}
            onClick={() => {
              setAsked(verb)
            }}
          >
            {say(`order.${verb}`)}
          </Button>
        ))}
      </Group>
      {error !== null && (
        <Alert color="red" role="alert">
          {say('common.failed', { detail: error.message })}
        </Alert>
      )}
      <Question
        verb={asked}
        number={order.number}
        onAnswer={(values) => {
          setAsked(undefined)
          if (asked !== undefined && values !== undefined) change(changes[asked], values)
        }}
      />
    </Stack>
  )
}

function verbsOf({ status, items }: Order): readonly Verb[] {
  const parcel: readonly Verb[] = items.some(({ kind }) => kind === 'physical') ? ['send'] : []
  if (status === 'waiting') return ['pay', 'cancel', ...parcel, 'delete']
  if (status === 'cancelled') return ['pay', 'delete']
  return status === 'paid' ? [...parcel, 'return', 'delete'] : ['delete']
}

interface QuestionProps {
  /** Undefined: nothing is asked. */
  readonly verb: Verb | undefined
  readonly number: number
  /** Undefined: no. */
  readonly onAnswer: (values: Readonly<Record<string, unknown>> | undefined) => void
}

function Question({ verb, number, onAnswer }: QuestionProps) {
  const { say } = useSpeech()
  const [tracking, setTracking] = useState('')
  // What was asked stays to be read while it goes away.
  const last = usePrevious(verb)
  const shown = verb ?? last ?? 'pay'
  const question: TextName = `order.confirm.${shown}`
  return (
    <Modal
      opened={verb !== undefined}
      onClose={() => {
        onAnswer(undefined)
      }}
      title={say(`order.${shown}`)}
      withCloseButton={false}
    >
      <Stack>
        <Text>{say(question, { number })}</Text>
        {shown === 'send' && (
          <TextInput
            label={say('order.tracking')}
            value={tracking}
            onChange={(event) => {
              setTracking(event.currentTarget.value)
            }}
          />
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              onAnswer(undefined)
            }}
          >
            {say('common.no')}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              onAnswer(shown === 'send' ? { tracking_number: tracking } : {})
            }}
          >
            {say('common.yes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
