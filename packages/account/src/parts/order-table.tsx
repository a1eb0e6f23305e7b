import { Table, Text } from '@mantine/core'
import type { RowOf } from '../api/use-pages.ts'
import { useSpeech } from '../texts/language.tsx'
import { LinkedRow, RowLink } from './linked-row.tsx'
import { StatusBadge } from './status-badge.tsx'

type Order = RowOf<'listOrders'>

interface OrderTableProps {
  readonly orders: readonly Order[]
  readonly isOld?: boolean
  /** Where all of them are one customer's. */
  readonly withoutCustomer?: boolean
}

/** Orders, each a row that opens it. */
export function OrderTable({ orders, isOld = false, withoutCustomer = false }: OrderTableProps) {
  return (
    <Table.ScrollContainer minWidth={withoutCustomer ? 300 : 460}>
      <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
        <OrderHead withoutCustomer={withoutCustomer} />
        <Table.Tbody>
          {orders.map((order) => (
            <LinkedRow key={order.number} to={`/orders/${order.number}`}>
              <OrderCells order={order} withoutCustomer={withoutCustomer} />
            </LinkedRow>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

export function OrderHead({ withoutCustomer = false }: { readonly withoutCustomer?: boolean }) {
  const { say } = useSpeech()
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{say('order.number')}</Table.Th>
        {!withoutCustomer && <Table.Th>{say('order.customer')}</Table.Th>}
        <Table.Th visibleFrom="sm">{say('order.products')}</Table.Th>
        <Table.Th visibleFrom="md">{say('order.created')}</Table.Th>
        <Table.Th>{say('order.status')}</Table.Th>
        <Table.Th ta="right">{say('order.total')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

interface OrderCellsProps {
  readonly order: Order
  readonly withoutCustomer?: boolean
}

export function OrderCells({ order, withoutCustomer = false }: OrderCellsProps) {
  const { money, time } = useSpeech()
  const { number, customer, items, created_at, status, total, currency } = order
  const name = [customer.first_name, customer.last_name].filter((part) => part !== '').join(' ')
  return (
    <>
      <Table.Td>
        <RowLink to={`/orders/${number}`}>{number}</RowLink>
      </Table.Td>
      {!withoutCustomer && (
        <Table.Td>
          <Text size="sm" truncate maw={260}>
            {customer.email}
          </Text>
          {name !== '' && (
            <Text size="xs" c="dimmed" truncate maw={260}>
              {name}
            </Text>
          )}
        </Table.Td>
      )}
      <Table.Td visibleFrom="sm">
        <Text size="sm" lineClamp={2} maw={240}>
          {items.map(({ title }) => title).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Text size="sm">{time(created_at)}</Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={status} />
      </Table.Td>
      <Table.Td ta="right">{money(total, currency)}</Table.Td>
    </>
  )
}
