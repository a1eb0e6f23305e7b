import { SimpleGrid, Table, Text } from '@mantine/core'
import type { OutputOf } from '../../api/operations.ts'
import { Figure } from '../../parts/figure.tsx'
import { Part } from '../../parts/part.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { ByDay } from './by-day.tsx'
import { texts } from './texts.ts'

type Sales = OutputOf<'getSales'>

/** What was sold in those days. */
export function SalesFigures({ sales: { totals, days, products, currency } }: { readonly sales: Sales }) {
  const own = useTexts(texts)
  const { number, money } = useSpeech()
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure name={own('orders')} value={number(totals.orders)} />
        <Figure name={own('ordered')} value={money(totals.amount, currency)} />
        <Figure name={own('paidOrders')} value={number(totals.paid_orders)} />
        <Figure name={own('paid')} value={money(totals.paid_amount, currency)} />
      </SimpleGrid>
      <ByDay days={days} currency={currency} />
      <Part title={own('products')}>
        {products.length === 0 ? <Text>{own('nothing')}</Text> : <Products rows={products} currency={currency} />}
      </Part>
    </>
  )
}

const mostProducts = 10

function Products({ rows, currency }: { readonly rows: Sales['products']; readonly currency: string }) {
  const own = useTexts(texts)
  const { say, number, money } = useSpeech()
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
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{title}</Table.Td>
            <Table.Td ta="right">{number(quantity)}</Table.Td>
            <Table.Td ta="right">{money(amount, currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
