import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { AmountField, minorOf } from '../../parts/amount-field.tsx'
import { Question } from '../../parts/question.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { type Change, useOrderChange } from './use-order-change.ts'
import { texts } from './texts.ts'

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
  const own = useTexts(texts)
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
            {own(verb)}
          </Button>
        ))}
      </Group>
      <Refusal error={error} />
      <OrderQuestion
        verb={asked}
        order={order}
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

const plainAnswer = { tracking: '', amount: '', method: '' }

/** Left empty, an amount is all that is due. */
function valuesOf(verb: Verb, { tracking, amount, method }: typeof plainAnswer): Readonly<Record<string, unknown>> {
  if (verb === 'send') return { tracking_number: tracking }
  if (verb !== 'pay') return {}
  return { method, ...(amount.trim() === '' ? {} : { amount: minorOf(amount) }) }
}

interface OrderQuestionProps {
  /** Undefined: nothing is asked. */
  readonly verb: Verb | undefined
  readonly order: Order
  /** Undefined: no. */
  readonly onAnswer: (values: Readonly<Record<string, unknown>> | undefined) => void
}

function OrderQuestion({ verb, order, onAnswer }: OrderQuestionProps) {
  const own = useTexts(texts)
  const { money } = useSpeech()
  const draft = useDraft(plainAnswer)
  const { number, amount_due: dueMinor } = order
  const due = money(dueMinor, order.currency)
  const isTooMuch = verb === 'pay' && dueMinor > 0 && (minorOf(draft.values.amount) ?? 0) > dueMinor
  return (
    <Question
      asked={verb && { title: own(verb), text: own(`confirm.${verb}`, { number }) }}
      onNo={() => {
        onAnswer(undefined)
        draft.set(plainAnswer)
      }}
      onYes={() => {
        if (isTooMuch) return
        onAnswer(verb === undefined ? {} : valuesOf(verb, draft.values))
        draft.set(plainAnswer)
      }}
    >
      {verb === 'send' && <TextInput label={own('tracking')} {...draft.bind('tracking')} />}
      {verb === 'pay' && (
        <>
          <AmountField
            label={own('payAmount')}
            description={own('payAmountHint', { due })}
            error={isTooMuch && own('payTooMuch', { due })}
            {...draft.bind('amount')}
          />
          <TextInput label={own('payMethod')} {...draft.bind('method')} />
        </>
      )}
    </Question>
  )
}
