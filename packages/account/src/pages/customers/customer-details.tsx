import { Anchor, SimpleGrid, Text } from '@mantine/core'
import type { OutputOf } from '../../api/operations.ts'
import { usePages } from '../../api/use-pages.ts'
import { Figure } from '../../parts/figure.tsx'
import { Found } from '../../parts/found.tsx'
import { OrderRow, OrderTable } from '../../parts/order-table.tsx'
import { Part } from '../../parts/part.tsx'
import { useSpeech, useTexts } from '../../texts/language.tsx'
import { BillsAnswer } from './bills-answer.tsx'
import { texts } from './texts.ts'

export function CustomerDetails({ customer }: { readonly customer: OutputOf<'getCustomer'> }) {
  const own = useTexts(texts)
  const { number, money, time } = useSpeech()
  const { email, totals, currency, phone } = customer
  const orders = usePages('listOrders', { email })
  const name = [customer.first_name, customer.middle_name, customer.last_name].filter((part) => part !== '').join(' ')
  return (
    <>
      <Part title={name === '' ? email : name}>
        <Text>
          <Anchor href={`mailto:${email}`} underline="always">
            {email}
          </Anchor>
          {phone !== '' && ` · ${phone}`}
        </Text>
        <Text size="sm" c="dimmed">
          {own('since', { first: time(customer.first_order_at), last: time(customer.last_order_at) })}
        </Text>
      </Part>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure name={own('orders')} value={number(totals.orders)} />
        <Figure name={own('amount')} value={money(totals.amount, currency)} />
        <Figure name={own('paidOrders')} value={number(totals.paid_orders)} />
        <Figure name={own('paid')} value={money(totals.paid_amount, currency)} />
      </SimpleGrid>
      <Part title={own('allOrders')}>
        <Found pages={orders} empty="">
          {(rows, isOld) => (
            <OrderTable isOld={isOld} withoutCustomer>
              {rows.map((order) => (
                <OrderRow key={order.number} order={order} withoutCustomer />
              ))}
            </OrderTable>
          )}
        </Found>
      </Part>
      <BillsAnswer email={email} />
    </>
  )
}
