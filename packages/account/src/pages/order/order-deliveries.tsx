import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useAnswer, useChange } from '../../api/use-call.ts'
import type { RowOf } from '../../api/use-pages.ts'
import { Failure } from '../../parts/failure.tsx'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { Refusal } from '../../parts/refusal.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import type { TextName } from '../../texts/en.ts'
import { texts } from './texts.ts'

type Delivery = RowOf<'listDeliveries'>

/** While something is on its way, it is looked at again. */
const againMs = 3_000
/** More than an order has, and all that a list gives at once. */
const mostDeliveries = 200

/** Who was told of the order, and what they answered. */
export function OrderDeliveries({ number }: { readonly number: number }) {
  const own = useTexts(texts)
  const { data, error, refetch } = useAnswer(
    'listDeliveries',
    { order: number, limit: mostDeliveries },
    { everyMs: (answer) => (answer.data.some(({ state }) => state === 'pending') ? againMs : undefined) },
  )
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <LoadingRows rows={1} />
  if (data.data.length === 0) return <Text size="sm">{own('noDeliveries')}</Text>
  return (
    <Stack gap="sm">
      {data.data.map((delivery) => (
        <OneDelivery key={delivery.id} delivery={delivery} />
      ))}
    </Stack>
  )
}

const colors = { pending: 'yellow', delivered: 'teal', failed: 'red' } as const

function OneDelivery({ delivery }: { readonly delivery: Delivery }) {
  const own = useTexts(texts)
  const { say, time, refusal } = useSpeech()
  const { id, type, url, state, last_attempt_at: last, last_status: status, last_problem: problem } = delivery
  const { send, isBusy, error } = useChange('redeliverDelivery', { changes: ['listDeliveries'] })
  return (
    <Group justify="space-between" gap="xs">
      <Stack gap={2} flex={1} miw={200}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {isNamed(type) ? say(`event.${type}`) : type}
          </Text>
          <Badge color={colors[state]} variant="dot" tt="none">
            {own(`state.${state}`)}
          </Badge>
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
        <Text size="xs" c="dimmed">
          {last !== null && `${time(last)} · `}
          {problem === null ? (status === null ? own('notTried') : own('answered', { status })) : refusal(problem)}
        </Text>
        <Refusal error={error} />
      </Stack>
      <Button
        variant="default"
        size="xs"
        loading={isBusy}
        aria-label={own('resendOf', { id })}
        onClick={() => {
          send({ delivery: id })
        }}
      >
        {own('resend')}
      </Button>
    </Group>
  )
}

type OrderEvent = Extract<TextName, `event.order.${string}`> extends `event.${infer Name}` ? Name : never

function isNamed(type: string): type is OrderEvent {
  return type.startsWith('order.')
}
