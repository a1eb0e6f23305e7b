import { SegmentedControl, Skeleton, Table } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { OutputOf } from '../../api/operations.ts'
import { Part } from '../../parts/part.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { texts } from './texts.ts'

/** As large as the rest of the page together, which need not wait for it. */
const DayChart = lazy(async () => ({ default: (await import('./day-chart.tsx')).DayChart }))
const chartPx = 240

type Sales = OutputOf<'getSales'>

const faces = ['money', 'orders', 'table'] as const

/** What came in each day: as money, as orders, or both in figures. */
export function ByDay({ days, currency }: Pick<Sales, 'days' | 'currency'>) {
  const own = useTexts(texts)
  const { number, money } = useSpeech()
  const { get, set } = useAddress()
  const face = faces.find((name) => name === get('show')) ?? 'money'
  return (
    <Part
      title={own('byDay')}
      action={
        <SegmentedControl
          size="xs"
          aria-label={own('byDay')}
          value={face}
          onChange={(value) => {
            set({ show: value === 'money' ? '' : value }, { replace: true })
          }}
          data={faces.map((value) => ({ value, label: own(`by.${value}`) }))}
        />
      }
    >
      {face === 'table' ? (
        <DayTable days={days} currency={currency} />
      ) : (
        <Suspense fallback={<Skeleton height={chartPx} />}>
          {face === 'money' ? (
            <DayChart
              days={days.map(({ day, paid_amount: paid }) => ({ day, value: paid / 100 }))}
              label={own('paid')}
              format={(value) => money(value * 100, currency)}
            />
          ) : (
            <DayChart
              days={days.map(({ day, orders }) => ({ day, value: orders }))}
              label={own('orders')}
              format={number}
            />
          )}
        </Suspense>
      )}
    </Part>
  )
}

/** The last day first. */
function DayTable({ days, currency }: Pick<Sales, 'days' | 'currency'>) {
  const own = useTexts(texts)
  const { number, money, day } = useSpeech()
  return (
    <Table.ScrollContainer minWidth={420} maxHeight={420}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{own('day')}</Table.Th>
            {(['orders', 'ordered', 'paidOrders', 'paid'] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {own(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map((row) => (
            <Table.Tr key={row.day}>
              <Table.Td>{day(row.day)}</Table.Td>
              <Table.Td ta="right">{number(row.orders)}</Table.Td>
              <Table.Td ta="right">{money(row.amount, currency)}</Table.Td>
              <Table.Td ta="right">{number(row.paid_orders)}</Table.Td>
              <Table.Td ta="right">{money(row.paid_amount, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
