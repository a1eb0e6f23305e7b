import { Anchor, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/use-call.ts'
import type { RowOf } from '../../api/use-pages.ts'
import { Failure } from '../../parts/failure.tsx'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { OrderRow, OrderTable } from '../../parts/order-table.tsx'
import { Part } from '../../parts/part.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** So many of each; the rest is on a page of its own. */
const limit = 5

/** What happened last, and what may need somebody, whatever days are looked at. */
export function Attention() {
  const own = useTexts(texts)
  return (
    <>
      <Part title={own('unpaid')} action={<ToAll to="/orders?status=waiting" />}>
        <Orders status="waiting" empty={own('noUnpaid')} />
      </Part>
      <Part title={own('failing')} action={<ToAll to="/deliveries?state=failed" />}>
        <FailedDeliveries />
      </Part>
      <Part title={own('latest')} action={<ToAll to="/orders" />}>
        <Orders status="" empty={own('noOrders')} />
      </Part>
    </>
  )
}

function ToAll({ to }: { readonly to: string }) {
  const own = useTexts(texts)
  return (
    <Anchor component={Link} href={to} size="sm" underline="always">
      {own('all')}
    </Anchor>
  )
}

function Orders({ status, empty }: { readonly status: string; readonly empty: string }) {
  const { data, error, refetch } = useAnswer('listOrders', { status, limit })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <LoadingRows rows={limit} />
  if (data.data.length === 0) return <Text>{empty}</Text>
  return (
    <OrderTable>
      {data.data.map((order) => (
        <OrderRow key={order.number} order={order} />
      ))}
    </OrderTable>
  )
}

function FailedDeliveries() {
  const own = useTexts(texts)
  const { data, error, refetch } = useAnswer('listDeliveries', { state: 'failed', limit })
  if (error !== null) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <LoadingRows rows={1} />
  if (data.data.length === 0) return <Text>{own('noFailing')}</Text>
  return (
    <Stack gap="sm">
      {data.data.map((delivery) => (
        <FailedDelivery key={delivery.id} delivery={delivery} />
      ))}
    </Stack>
  )
}

function FailedDelivery({ delivery }: { readonly delivery: RowOf<'listDeliveries'> }) {
  const { say, time, refusal } = useSpeech()
  const { url, order, last_problem: problem, last_attempt_at: last } = delivery
  return (
    <Stack gap={2}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {url}
      </Text>
      <Text size="xs" c="dimmed">
        {[last === null ? '' : time(last), problem === null ? '' : refusal(problem)]
          .filter((part) => part !== '')
          .join(' · ')}
        {order !== null && <OrderLink number={order} label={say('order.number')} />}
      </Text>
    </Stack>
  )
}

function OrderLink({ number, label }: { readonly number: number; readonly label: string }): ReactNode {
  return (
    <>
      {' · '}
      <Anchor component={Link} href={`/orders/${number}`} size="xs" underline="always">
        {label} {number}
      </Anchor>
    </>
  )
}
