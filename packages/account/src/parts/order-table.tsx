import { Table } from '@mantine/core'
import { memo, type ReactNode, type Ref } from 'react'
import { Link, useLocation } from 'wouter'
import type { RowOf } from '../api/use-pages.ts'
import { useSpeech } from '../texts/language.tsx'
import classes from './order-table.module.css'
import { StatusBadge } from './status-badge.tsx'

type Order = RowOf<'listOrders'>

/** Of a row, in CSS pixels: two lines of text. */
export const rowHeightPx = 58

interface OrderTableProps {
  readonly isOld?: boolean
  /** Where all of them are one customer's. */
  readonly withoutCustomer?: boolean
  /** How many there are with the head; -1: nobody knows. Left out: all are drawn. */
  readonly rowCount?: number
  readonly body?: Ref<HTMLTableSectionElement>
  /** Rows, each an `OrderRow`. */
  readonly children: ReactNode
}

export function OrderTable({ isOld = false, withoutCustomer = false, rowCount, body, children }: OrderTableProps) {
  const { say } = useSpeech()
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table className={classes['table']} aria-busy={isOld} aria-rowcount={rowCount} opacity={isOld ? 0.6 : 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes['number']}>{say('order.number')}</Table.Th>
            {!withoutCustomer && <Table.Th>{say('order.customer')}</Table.Th>}
            <Table.Th className={classes['products']}>{say('order.products')}</Table.Th>
            <Table.Th className={classes['created']}>{say('order.created')}</Table.Th>
            <Table.Th className={classes['status']}>{say('order.status')}</Table.Th>
            <Table.Th className={classes['total']}>{say('order.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <tbody ref={body}>{children}</tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

interface OrderRowProps {
  readonly order: Order
  readonly withoutCustomer?: boolean
  /** Its place among all, from 0, where not all are drawn. */
  readonly index?: number
}

/** Opens its order: the number is the link, and the rest of it can be clicked, too. */
export const OrderRow = memo(({ order, withoutCustomer = false, index }: OrderRowProps) => {
  const { money, time } = useSpeech()
  const [, go] = useLocation()
  const { number, customer, items, created_at, status, total, currency } = order
  const to = `/orders/${number}`
  const name = [customer.first_name, customer.last_name].filter((part) => part !== '').join(' ')
  return (
    <tr
      className={classes['row']}
      data-row={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      onClick={(event) => {
        // The link goes there by itself, in a new tab too.
        if (event.target instanceof Element && event.target.closest('a') === null) go(to)
      }}
    >
      <td>
        <Link href={to}>{number}</Link>
      </td>
      {!withoutCustomer && (
        <td>
          <div className={classes['line']}>{customer.email}</div>
          {name !== '' && <div className={classes['small']}>{name}</div>}
        </td>
      )}
      <td className={classes['products']}>
        <div className={classes['lines']}>{items.map(({ title }) => title).join(', ')}</div>
      </td>
      <td className={classes['created']}>
        <div className={classes['line']}>{time(created_at)}</div>
      </td>
      <td className={classes['status']}>
        <StatusBadge status={status} />
      </td>
      <td className={classes['total']}>
        {money(total, currency)}
        <div className={classes['below']}>
          <StatusBadge status={status} />
        </div>
      </td>
    </tr>
  )
})
