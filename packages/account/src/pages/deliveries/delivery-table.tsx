import { Anchor, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { RowOf } from '../../api/use-pages.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { DeliveryState } from './delivery-state.tsx'
import { texts } from './texts.ts'

type Delivery = RowOf<'listDeliveries'>

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[]
  readonly isOld: boolean
}

export function DeliveryTable({ deliveries, isOld }: DeliveryTableProps) {
  const say = useTexts(texts)
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('event')}</Table.Th>
            <Table.Th visibleFrom="sm">{say('to')}</Table.Th>
            <Table.Th>{say('state')}</Table.Th>
            <Table.Th visibleFrom="md">{say('last')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const say = useTexts(texts)
  const { id, type, order, product, endpoint, url, state } = delivery
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/deliveries/${id}`} fw={600} underline="always">
          {say(`type.${type}`)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {order !== null && say('order', { number: order })}
          {product !== null && say('product', { number: product })}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" maw={320} truncate>
          {hostOf(url)}
        </Text>
        <Text size="xs" c="dimmed">
          {endpoint === null ? say('notification') : say('endpoint', { number: endpoint })}
        </Text>
      </Table.Td>
      <Table.Td>
        <DeliveryState state={state} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <LastAttempt delivery={delivery} />
      </Table.Td>
    </Table.Tr>
  )
}

function LastAttempt({ delivery }: { readonly delivery: Delivery }) {
  const say = useTexts(texts)
  const { time, refusal } = useSpeech()
  const { last_attempt_at: at, last_status: status, last_problem: problem } = delivery
  if (at === null) return <Text size="sm">{say('none')}</Text>
  return (
    <>
      <Text size="sm">{time(at)}</Text>
      <Text size="xs" c="dimmed" lineClamp={1} maw={260}>
        {problem === null ? status !== null && say('answered', { status }) : refusal(problem)}
      </Text>
    </>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
