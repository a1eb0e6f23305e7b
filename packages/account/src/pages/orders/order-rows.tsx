import { Checkbox, Group, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { PagesOf, RowOf } from '../../api/use-pages.ts'
import { OrderRow, OrderTable, rowHeightPx } from '../../parts/order-table.tsx'
import { useTexts } from '../../texts/language.tsx'
import { searchId, useKeys } from './use-keys.ts'
import { useVisibleRows } from './use-visible-rows.ts'
import { texts } from './texts.ts'

type Order = RowOf<'listOrders'>

/** So many rows before the end, the next ones are asked for. */
const aheadRows = 40

interface OrderRowsProps {
  readonly orders: readonly Order[]
  readonly isOld: boolean
  readonly pages: Pick<PagesOf<Order>, 'error' | 'hasMore' | 'isLoadingMore' | 'more'>
}

/** Orders without end: only those that can be seen are drawn, and more come before the last is reached. */
export function OrderRows({ orders, isOld, pages: { error, hasMore, isLoadingMore, more } }: OrderRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { first, last, reveal } = useVisibleRows({ body, count: orders.length, heightPx: rowHeightPx })
  const [isOn, setOn] = useLocalStorage({ key: 'billkeep-keys', defaultValue: true })
  useRowFocus({ body, count: orders.length, reveal, isOn })

  useEffect(() => {
    // After an error somebody says when it is tried again.
    if (error === null && hasMore && !isLoadingMore && last + aheadRows > orders.length) more()
  }, [error, hasMore, isLoadingMore, more, last, orders.length])

  return (
    <>
      <OrderTable isOld={isOld} rowCount={hasMore ? -1 : orders.length + 1} body={body}>
        <Space rows={first} />
        {orders.slice(first, last).map((order, index) => (
          <OrderRow key={order.number} order={order} index={first + index} />
        ))}
        <Space rows={orders.length - last} />
      </OrderTable>
      <KeysHint isOn={isOn} setOn={setOn} />
    </>
  )
}

/** Stands for rows that cannot be seen. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden style={{ height: rows * rowHeightPx }}>
      {/* Over one column only: some are not there on narrow screens, and would take their room. */}
      <td />
    </tr>
  )
}

interface RowFocusParts {
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly count: number
  readonly reveal: (index: number) => void
  readonly isOn: boolean
}

/** Keys move the focus from row to row; Enter then follows its link. */
function useRowFocus({ body, count, reveal, isOn }: RowFocusParts): void {
  const at = useRef(-1)
  const [moved, setMoved] = useState(0)
  const onMove = useCallback(
    (step: 1 | -1) => {
      at.current = Math.min(count - 1, Math.max(0, present(at.current) + step))
      reveal(at.current)
      setMoved((before) => before + 1)
    },
    [count, reveal],
  )
  useEffect(() => {
    if (moved > 0)
      body.current?.querySelector<HTMLElement>(`[data-row="${at.current}"] a`)?.focus({ preventScroll: true })
  }, [body, moved])
  useKeys({ isOn, onMove })
}

/** The row that has the focus; else `last`, which had it, or from the search none. */
function present(last: number): number {
  const { activeElement } = document
  if (activeElement?.id === searchId) return -1
  const row = activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? undefined
  return row === undefined ? last : Number(row)
}

interface KeysHintProps {
  readonly isOn: boolean
  readonly setOn: (isOn: boolean) => void
}

function KeysHint({ isOn, setOn }: KeysHintProps) {
  const own = useTexts(texts)
  return (
    <Group justify="space-between" visibleFrom="sm">
      <Text size="sm" c="dimmed">
        {isOn && own('keys')}
      </Text>
      <Checkbox
        label={own('keysOn')}
        checked={isOn}
        onChange={(event) => {
          setOn(event.currentTarget.checked)
        }}
      />
    </Group>
  )
}
