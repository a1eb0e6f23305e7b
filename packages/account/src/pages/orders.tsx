/** All orders, found while one types. What is looked for stands in the address, so that it can be sent as a link. */
import { Anchor, Button, Group, NativeSelect, Skeleton, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { call, type OutputOf } from '../api/operations.ts'
import { Failure } from '../parts/failure.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useSession } from '../session/session.tsx'
import { useSpeech } from '../texts/language.tsx'

type Order = OutputOf<'listOrders'>['data'][number]

const statuses = ['waiting', 'paid', 'cancelled', 'returned'] as const
/** Between the last key and the question. */
const pauseMs = 250

export function OrdersPage() {
  const { say } = useSpeech()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const [words] = useDebouncedValue(typed, pauseMs)
  const status = params.get('status') ?? ''

  useEffect(() => {
    setParams((before) => withValues(before, { q: words }), { replace: true })
  }, [words, setParams])

  return (
    <Stack>
      <Title order={1} size="h2">
        {say('orders.title')}
      </Title>
      <Group align="flex-end">
        <TextInput
          label={say('orders.search')}
          type="search"
          flex={1}
          miw={220}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <NativeSelect
          label={say('orders.status')}
          value={status}
          onChange={(event) => {
            const { value } = event.currentTarget
            setParams((before) => withValues(before, { status: value }))
          }}
          data={[
            { value: '', label: say('orders.any') },
            ...statuses.map((value) => ({ value, label: say(`status.${value}`) })),
          ]}
        />
      </Group>
      <Found words={words} status={status} />
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

function Found({ words, status }: { readonly words: string; readonly status: string }) {
  const { say } = useSpeech()
  const { shop } = useSession()
  const query = useInfiniteQuery({
    queryKey: ['orders', shop.login, words, status],
    queryFn: async ({ pageParam, signal }) =>
      call('listOrders', { q: words, status, cursor: pageParam, limit: 50 }, { shop: shop.login, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (query.error !== null) return <Failure error={query.error} again={() => void query.refetch()} />
  if (query.data === undefined) return <LoadingRows />
  const orders = query.data.pages.flatMap(({ data }) => data)
  if (orders.length === 0 && !query.hasNextPage) {
    return <Text>{say(words === '' && status === '' ? 'orders.empty' : 'orders.nothing')}</Text>
  }
  return (
    <>
      <OrderTable orders={orders} isOld={query.isPlaceholderData} />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('orders.more')}
        </Button>
      )}
    </>
  )
}

function OrderTable({ orders, isOld }: { readonly orders: readonly Order[]; readonly isOld: boolean }) {
  const { say } = useSpeech()
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table highlightOnHover verticalSpacing="xs" aria-busy={isOld} opacity={isOld ? 0.6 : 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('orders.number')}</Table.Th>
            <Table.Th>{say('orders.customer')}</Table.Th>
            <Table.Th visibleFrom="sm">{say('orders.products')}</Table.Th>
            <Table.Th visibleFrom="md">{say('orders.created')}</Table.Th>
            <Table.Th>{say('orders.status')}</Table.Th>
            <Table.Th ta="right">{say('orders.total')}</Table.Th>
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

function LoadingRows() {
  const { say } = useSpeech()
  return (
    <Stack gap="xs" role="status" aria-label={say('common.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  )
}
