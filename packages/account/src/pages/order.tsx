/** One order: what was bought, by whom, what became of it, and what can be done with it. */
import { Alert, Anchor, Button, Group, SimpleGrid, Skeleton, Stack, Table, Text, Timeline } from '@mantine/core'
import type { OutputOf } from '../api/operations.ts'
import { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { OrderActions } from './order/order-actions.tsx'
import { useOrderChange } from './order/use-order-change.ts'
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
      {isGone && <Gone number={number} />}
      {error !== null && !isGone && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={240} />}
      {data !== undefined && !isGone && <Details order={data} />}
    </Stack>
  )
}

/** It may have been deleted right here. */
function Gone({ number }: { readonly number: string }) {
  const own = useTexts(texts)
  const { change, deleted, isBusy } = useOrderChange(number)
  if (!deleted) return <Alert color="yellow">{own('gone', { number })}</Alert>
  return (
    <Alert color="teal" role="status">
      <Group>
        <Text>{own('deleted', { number })}</Text>
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => {
            change('restoreOrder')
          }}
        >
          {own('undo')}
        </Button>
      </Group>
    </Alert>
  )
}

function Details({ order }: { readonly order: Order }) {
  const { say } = useSpeech()
  const own = useTexts(texts)
  return (
    <>
      <OrderActions order={order} />
      <Part title={own('items')}>
        <Items order={order} />
      </Part>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Part title={say('order.customer')}>
          <Customer order={order} />
        </Part>
        <Part title={own('timeline')}>
          <Events number={order.number} />
        </Part>
      </SimpleGrid>
    </>
  )
}

function Items({ order: { items, currency, total, amount_due } }: { readonly order: Order }) {
  const { say, money } = useSpeech()
  const own = useTexts(texts)
  return (
    <Table>
      <Table.Tbody>
        {items.map((item, index) => (
          <Table.Tr key={index}>
            <Table.Td>
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

function Customer({ order }: { readonly order: Order }) {
  const { say, time } = useSpeech()
  const own = useTexts(texts)
  const { customer, delivery } = order
  const name = [customer.first_name, customer.middle_name, customer.last_name].filter((part) => part !== '').join(' ')
  const place = [delivery.postal_code, delivery.country, delivery.region, delivery.city, delivery.address]
  return (
    <Stack gap={4}>
      {name !== '' && <Text>{name}</Text>}
      <Anchor href={`mailto:${customer.email}`}>{customer.email}</Anchor>
      <Fact label={own('phone')} value={customer.phone} />
      <Fact label={own('address')} value={place.filter((part) => part !== '').join(', ')} />
      <Fact label={say('order.created')} value={time(order.created_at)} />
      <Fact label={own('sent')} value={order.sent_at === null ? '' : time(order.sent_at)} />
      <Fact label={own('tracking')} value={order.tracking_number ?? ''} />
      <Fact label={own('coupon')} value={order.coupon ?? ''} />
      <Fact label={own('tag')} value={order.tag} />
      <Fact label={own('comment')} value={order.comment} />
    </Stack>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null
  return (
    <Text size="sm">
      <Text span c="dimmed">
        {label}:
      </Text>{' '}
      {value}
    </Text>
  )
}

function Events({ number }: { readonly number: number }) {
  const { say, time } = useSpeech()
  const { data, error, refetch } = useAnswer('getOrderTimeline', { number: String(number) })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <Skeleton height={80} />
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
