/** Money and orders of the last days. */
import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Card, NativeSelect, SimpleGrid, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../api/operations.ts'
import { useAnswer } from '../api/use-call.ts'
import { Failure } from '../parts/failure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Part } from '../parts/part.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './overview/texts.ts'

type Sales = OutputOf<'getSales'>

const ranges = [7, 30, 90, 365]

export function OverviewPage() {
  const own = useTexts(texts)
  const [days, setDays] = useState(30)
  const { data, error, refetch } = useAnswer('getSales', { from: dayBefore(days - 1) })
  return (
    <Stack>
      <PageHead title={own('title')}>
        <NativeSelect
          aria-label={own('range')}
          value={days}
          onChange={(event) => {
            setDays(Number(event.currentTarget.value))
          }}
          data={ranges.map((count) => ({ value: String(count), label: own('days', { days: count }) }))}
        />
      </PageHead>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={320} />}
      {data !== undefined && <SalesOf sales={data} />}
    </Stack>
  )
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

function SalesOf({ sales: { totals, days, products, currency } }: { readonly sales: Sales }) {
  const { money, day } = useSpeech()
  const own = useTexts(texts)
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Total name={own('orders')} value={String(totals.orders)} />
        <Total name={own('ordered')} value={money(totals.amount, currency)} />
        <Total name={own('paidOrders')} value={String(totals.paid_orders)} />
        <Total name={own('paid')} value={money(totals.paid_amount, currency)} />
      </SimpleGrid>
      <Part title={own('byDay')}>
        <BarChart
          h={240}
          data={days.map((row) => ({ day: day(row.day), paid: row.paid_amount / 100 }))}
          dataKey="day"
          series={[{ name: 'paid', label: own('paid'), color: 'teal.7' }]}
          valueFormatter={(value) => money(value * 100, currency)}
          tickLine="none"
          withYAxis={false}
          aria-hidden
        />
      </Part>
      <Part title={own('products')}>
        {products.length === 0 ? <Text>{own('nothing')}</Text> : <Products rows={products} currency={currency} />}
      </Part>
    </>
  )
}

function Total({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Card withBorder padding="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={700} size="lg">
        {value}
      </Text>
    </Card>
  )
}

function Products({ rows, currency }: { readonly rows: Sales['products']; readonly currency: string }) {
  const { say, money } = useSpeech()
  const own = useTexts(texts)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say('order.products')}</Table.Th>
          <Table.Th ta="right">{own('quantity')}</Table.Th>
          <Table.Th ta="right">{own('paid')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, mostProducts).map(({ product, title, quantity, amount }) => (
          <Table.Tr key={product}>
            <Table.Td>{title}</Table.Td>
            <Table.Td ta="right">{quantity}</Table.Td>
            <Table.Td ta="right">{money(amount, currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const mostProducts = 10
