import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useChange } from '../../api/use-call.ts'
import { type RowOf, usePages } from '../../api/use-pages.ts'
import { Found } from '../../parts/found.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import type { TextName } from '../../texts/en.ts'
import { texts } from './texts.ts'

type Delivery = RowOf<'listDeliveries'>

/** While something is on its way, it is looked at again. */
const againMs = 3_000

/** Who was told of the order, and what they answered. */
export function OrderDeliveries({ number }: { readonly number: number }) {
  const own = useTexts(texts)
  const pages = usePages('listDeliveries', { order: number }, { everyMs: againMs })
  return (
    <Found pages={pages} empty={own('noDeliveries')}>
      {(rows) => (
        <Stack gap="sm">
          {rows.map((delivery) => (
            <OneDelivery key={delivery.id} delivery={delivery} />
          ))}
        </Stack>
      )}
    </Found>
  )
}

const colors = { pending: 'yellow', delivered: 'teal', failed: 'red' } as const

function OneDelivery({ delivery }: { readonly delivery: Delivery }) {
  const own = useTexts(texts)
  const { say, time } = useSpeech()
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
          {problem ?? (status === null ? own('notTried') : own('answered', { status }))}
        </Text>
        {error !== null && (
          <Text size="sm" c="red" role="alert">
            {say('common.failed', { detail: error.message })}
          </Text>
        )}
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
