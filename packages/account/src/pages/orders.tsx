/** All orders, found while one types. What is looked for stands in the address, so that it can be sent as a link. */
import { Anchor, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { type RowOf, usePages } from '../api/use-pages.ts'
import { Found } from '../parts/found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useSpeech, useTexts } from '../texts/language.tsx'
import { texts } from './orders/texts.ts'

type Order = RowOf<'listOrders'>

const statuses = ['waiting', 'paid', 'cancelled', 'returned'] as const
/** Between the last key and the question. */
const pauseMs = 250

export function OrdersPage() {
  const { say } = useSpeech()
  const own = useTexts(texts)
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const [words] = useDebouncedValue(typed, pauseMs)
  const status = params.get('status') ?? ''
  const found = usePages('listOrders', { q: words, status })

  useEffect(() => {
    setParams((before) => withValues(before, { q: words }), { replace: true })
  }, [words, setParams])

  return (
    <Stack>
      <PageHead title={own('title')} />
      <Group align="flex-end">
        <TextInput
          label={own('search')}
          type="search"
          flex={1}
          miw={220}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <NativeSelect
          label={say('order.status')}
          value={status}
          onChange={(event) => {
            const { value } = event.currentTarget
            setParams((before) => withValues(before, { status: value }))
          }}
          data={[
            { value: '', label: own('any') },
            ...statuses.map((value) => ({ value, label: say(`status.${value}`) })),
          ]}
        />
      </Group>
      <Found pages={found} empty={own(words === '' && status === '' ? 'empty' : 'nothing')}>
        {(orders, isOld) => <OrderTable orders={orders} isOld={isOld} />}
      </Found>
    </Stack>
  )
}

function withValues(before: URLSearchParams, values: Readonly<Record<string, string>>): URLSearchParams {
  const params = new URLSearchParams(before)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') params.delete(name)
    else params.set(name, value)
  }
  return params
}

function OrderTable({ orders, isOld }: { readonly orders: readonly Order[]; readonly isOld: boolean }) {
  const { say } = useSpeech()
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('order.number')}</Table.Th>
            <Table.Th>{say('order.customer')}</Table.Th>
            <Table.Th visibleFrom="sm">{say('order.products')}</Table.Th>
            <Table.Th visibleFrom="md">{say('order.created')}</Table.Th>
            <Table.Th>{say('order.status')}</Table.Th>
            <Table.Th ta="right">{say('order.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order) => (
            <OrderRow key={order.number} order={order} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function OrderRow({ order }: { readonly order: Order }) {
  const { money, time } = useSpeech()
  const [, go] = useLocation()
  const { number, customer, items, created_at, status, total, currency } = order
  const name = [customer.first_name, customer.last_name].filter((part) => part !== '').join(' ')
  const at = `/orders/${number}`
  return (
    <Table.Tr
      style={{ cursor: 'pointer' }}
      onClick={() => {
        go(at)
      }}
    >
      <Table.Td>
        <Anchor component={Link} href={at} fw={600} underline="always">
          {number}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{customer.email}</Text>
        {name !== '' && (
          <Text size="xs" c="dimmed">
            {name}
          </Text>
        )}
      </Table.Td>
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
    </Table.Tr>
  )
}
