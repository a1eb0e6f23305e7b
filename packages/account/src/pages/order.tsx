/** One order: what was bought, by whom, what became of it, and what can be done with it. */
import { SimpleGrid, Skeleton, Stack, Table, Text, Timeline } from '@mantine/core'
import type { OutputOf } from '../api/operations.ts'
import { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { GoneOrder } from './order/gone-order.tsx'
import { OrderActions } from './order/order-actions.tsx'
import { OrderCustomer } from './order/order-customer.tsx'
import { OrderDeliveries } from './order/order-deliveries.tsx'
import { OrderNotes } from './order/order-notes.tsx'
import { texts } from './order/texts.ts'

type Order = OutputOf<'getOrder'>

export function OrderPage({ number }: { readonly number: string }) {
  const own = useTexts(texts)
  const { data, error, refetch } = useAnswer('getOrder', { number })
  const isGone = error instanceof Problem && (error.status === 404 || error.status === 422)
  return (
    <Stack>
      <PageHead title={own('title', { number })} back={{ to: '/orders', label: own('back') }}>
        {data !== undefined && !isGone && <StatusBadge status={data.status} />}
      </PageHead>
      {isGone && <GoneOrder number={number} />}
      {error !== null && !isGone && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={240} />}
      {data !== undefined && !isGone && <Details order={data} />}
    </Stack>
  )
}

function Details({ order }: { readonly order: Order }) {
  const own = useTexts(texts)
  const { say } = useSpeech()
  return (
    <>
      <OrderActions order={order} />
      <Part title={own('items')}>
        <Items order={order} />
      </Part>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Part title={say('order.customer')}>
          <OrderCustomer order={order} />
        </Part>
        <Part title={own('timeline')}>
          <Events number={order.number} />
        </Part>
        <Part title={own('notes')}>
          <OrderNotes key={order.number} order={order} />
        </Part>
        <Part title={own('payments')}>
          <Payments order={order} />
        </Part>
      </SimpleGrid>
      <Part title={own('deliveries')}>
        <OrderDeliveries number={order.number} />
      </Part>
    </>
  )
}

function Items({ order: { items, currency, total, amount_due } }: { readonly order: Order }) {
  const own = useTexts(texts)
  const { say, money } = useSpeech()
  return (
    <Table>
      <Table.Tbody>
        {items.map((item, index) => (
          <Table.Tr key={index}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {item.title}
              <Text size="xs" c="dimmed">
                {item.name}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{money(item.amount, currency)}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th>{say('order.total')}</Table.Th>
          <Table.Th ta="right">{money(total, currency)}</Table.Th>
        </Table.Tr>
        {amount_due > 0 && (
          <Table.Tr>
            <Table.Th>{own('due')}</Table.Th>
            <Table.Th ta="right">{money(amount_due, currency)}</Table.Th>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  )
}

function Payments({ order: { payments, currency, paid_at } }: { readonly order: Order }) {
  const own = useTexts(texts)
  const { money, time } = useSpeech()
  if (payments.length === 0) return <Text size="sm">{own(paid_at === null ? 'noPayments' : 'unknownPayments')}</Text>
  return (
    <Table>
      <Table.Tbody>
        {payments.map(({ amount, paid_at: at, method }, index) => (
          <Table.Tr key={index}>
            <Table.Td>
              {time(at)}
              <Text size="xs" c="dimmed">
                {method}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{money(amount, currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Events({ number }: { readonly number: number }) {
  const own = useTexts(texts)
  const { say, time } = useSpeech()
  const { data, error, refetch } = useAnswer('getOrderTimeline', { number: String(number) })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <Skeleton height={80} />
  if (data.data.length === 0) return <Text size="sm">{own('noEvents')}</Text>
  return (
    <Timeline bulletSize={12} lineWidth={2} active={data.data.length}>
      {data.data.map(({ event, type, happened_at }) => (
        <Timeline.Item key={event} title={say(`event.${type}`)}>
          <Text size="sm" c="dimmed">
            {time(happened_at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
